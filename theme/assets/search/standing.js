// The lines above the results, which a screen reader says too: how many there are, and how the query was read.

import { make, quoted } from "./elements.js";
import { changing, choices, effective, leavingOut, NEWEST, written } from "./question.js";
import { corrections, counted, nearby, plural } from "./sentences.js";

/** How many results there are, for what. */
export function headline(question, { numbers, kinds, nearest }, facets) {
  const query = question.query.trim();
  const filters = choices(question, facets).filter(({ label }) => label).length;
  const filtered = filters ? `met ${plural(filters, "filter", "filters")}` : "";
  const order = numbers.length && (!query || question.sort === NEWEST) ? ", laatst gecontroleerd eerst" : "";
  if (nearest) return [nearby(kinds, [filtered, order.slice(2)].filter(Boolean).join(", "))];
  return [
    numbers.length || !query ? counted(kinds) : "Niets gevonden",
    ...(query ? [" voor ", quoted(query)] : []),
    filtered && `, ${filtered}`,
    order,
  ];
}

/** The paragraphs about how the query was read; what they offer instead does give something. */
export async function notes(question, answer, engine) {
  const { words, numbers } = answer;
  const gives = async (query) => (await engine.ask(query, effective(question, engine.facets))).numbers.length > 0;
  const read = numbers.length ? corrections(words) : await meant(question, words, gives);
  const missing = words.filter(({ how }) => how === "onbekend").map(async (word) => {
    const line = [quoted(word.typed), " komt op deze site niet voor."];
    const query = leavingOut(words, word);
    // Where nothing is found, ways to search for less stand below.
    if (!numbers.length || !query || !(await gives(query))) return line;
    return [...line, " ", linkTo(question, query, "Zoek zonder dit woord"), "."];
  });
  return [...read, ...(await Promise.all(missing))].map((line) => make("p", {}, ...line));
}

/** What was probably meant, if that gives something where this does not. */
async function meant(question, words, gives) {
  const query = changing(words);
  if (!words.some(({ how }) => how === "gecorrigeerd") || !(await gives(query))) return [];
  return [["Bedoelde u ", linkTo(question, query, query), "?"]];
}

const linkTo = (question, query, text) => make("a", { href: written({ ...question, query }) }, text);
