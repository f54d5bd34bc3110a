// The line above the results, which a screen reader says too: how many there are, and how the query was read.

import { make, quoted } from "./elements.js";
import { leavingOut } from "./help_view.js";
import { choices, written } from "./question.js";
import { corrections, counted, plural } from "./sentences.js";

/** The paragraphs for an answer to a question. */
export function standing(question, answer, facets) {
  const missing = unknown(question, answer);
  const notes = [...corrections(answer.words), ...missing];
  if (answer.nearest && !missing.length) {
    notes.push(["Geen praktijk heeft al deze woorden; deze komen het dichtst in de buurt."]);
  }
  return [make("p", { className: "standing-count" }, ...headline(question, answer, facets)), ...notes.map((line) => make("p", {}, ...line))];
}

function headline(question, { numbers, kinds }, facets) {
  const query = question.query.trim();
  const filters = choices(question, facets).filter(({ label }) => label).length;
  return [
    numbers.length || !query ? counted(kinds) : "Niets gevonden",
    ...(query ? [" voor ", quoted(query)] : []),
    ...(filters ? [`, met ${plural(filters, "filter", "filters")}`] : []),
    ...(query || !numbers.length ? [] : [", laatst gecontroleerd eerst"]),
  ];
}

/** The words that nothing has, each with a way to search without it. */
function unknown(question, { words }) {
  return words.filter(({ how }) => how === "onbekend").map((word) => {
    const line = [quoted(word.typed), " komt op deze site niet voor."];
    if (words.length === 1) return line;
    const address = written({ ...question, query: leavingOut(words, word) });
    return [...line, " ", make("a", { href: address || "./" }, "Zoek zonder dit woord"), "."];
  });
}
