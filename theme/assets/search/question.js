// A question, and the address that has it: who is mailed the address sees the same list.
//
// A question is { query, chosen, sort }: `chosen` has a list of ids for each facet, in the order of the vocabulary;
// ids that no vocabulary has come last. The facets are the engine's.

const LONGEST = 200; // characters of a query, as in the search box
const MOST_UNKNOWN = 3; // ids of a facet that no vocabulary has: an address is no place for a message
const LONGEST_ID = 60; // characters of them
export const NEWEST = "nieuwste";
const RELEVANT = "relevantie";

/** The question in the part of an address after its question mark. */
export function read(search, facets) {
  const given = new URLSearchParams(search);
  return {
    query: (given.get("q") ?? "").slice(0, LONGEST),
    chosen: Object.fromEntries(facets.map((facet) => [facet.key, ordered(facet, given.getAll(facet.key))])),
    sort: given.get("sorteer") === NEWEST ? NEWEST : RELEVANT,
  };
}

/** Whether the last word of a query is so short that it must still be typed, of itself or to the engine. */
export const unfinished = (query, { words }) =>
  /(?:^|[^\p{L}\p{N}])[\p{L}\p{N}]{1,2}$/u.test(query) || words.some(({ how }) => how === "kort");

/** A query of all words of an answer but one. */
export const leavingOut = (words, word) => words.filter((other) => other !== word).map(({ typed }) => typed).join(" ");

/** A query of the words of an answer, as they were corrected. */
export const changing = (words) => words.map(({ typed, how, as }) => (how === "gecorrigeerd" ? as : typed)).join(" ");

/** The part of an address that has the question: always the same for the same question; empty for all practices. */
export function written({ query, chosen, sort }) {
  const given = new URLSearchParams();
  if (query.trim()) given.set("q", query.trim());
  for (const [key, ids] of Object.entries(chosen)) for (const id of ids) given.append(key, id);
  if (query.trim() && sort === NEWEST) given.set("sorteer", NEWEST);
  const text = given.toString();
  return text && `?${text}`;
}

/** The question with other choices for one facet. */
export function choosing(question, facet, ids) {
  return { ...question, chosen: { ...question.chosen, [facet.key]: ordered(facet, ids) } };
}

/** The question without any choice. */
export function without(question) {
  return { ...question, chosen: Object.fromEntries(Object.keys(question.chosen).map((key) => [key, []])) };
}

/** Every choice as { facet, id, label }; without a label where the vocabulary does not have the id. */
export function choices({ chosen }, facets) {
  return facets.flatMap((facet) =>
    chosen[facet.key].map((id) => ({ facet, id, label: facet.values.find((value) => value.id === id)?.label })),
  );
}

/** The choices that have an effect, as the engine takes them. */
export function effective({ chosen }, facets) {
  return Object.fromEntries(
    facets.map(({ key, values }) => [key, chosen[key].filter((id) => values.some((value) => value.id === id))]),
  );
}

function ordered({ values }, ids) {
  const given = new Set(ids.filter(Boolean));
  const known = values.map(({ id }) => id).filter((id) => given.delete(id));
  return [...known, ...[...given].slice(0, MOST_UNKNOWN).map((id) => id.slice(0, LONGEST_ID))];
}
