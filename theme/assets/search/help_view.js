// What helps where nothing is found: the same question with less in it, and how much that gives.

import { make, quoted } from "./elements.js";
import { choosing, choices, effective, without, written } from "./question.js";
import { counted } from "./sentences.js";

const MOST = 4; // questions with a word less

/** Show questions that do give something; `current()` is false as soon as something else was asked. */
export async function offerWider(question, answer, engine, facets, current) {
  const place = document.getElementById("ruimer");
  const offers = [];
  for (const { question: wider, said } of widened(question, answer, facets)) {
    const { kinds, numbers } = await engine.ask(wider.query, effective(wider, facets), wider.sort);
    if (!current()) return;
    if (numbers.length) offers.push(make("li", {}, make("a", { href: written(wider) || "./" }, ...said), `: ${counted(kinds)}`));
  }
  place.querySelector("ul").replaceChildren(...offers);
  place.hidden = !offers.length;
}

/** Ways to ask for less, each as { question, said }. */
function widened(question, { words }, facets) {
  const chosen = choices(question, facets).filter(({ label }) => label);
  const keys = new Set(chosen.map(({ facet }) => facet));
  const fewer = [...keys].map((facet) => ({
    question: choosing(question, facet, []),
    said: [`Zonder ${facet.label.toLowerCase()}`],
  }));
  const none = { question: without(question), said: ["Zonder filters"] };
  return [...(keys.size > 1 ? fewer : []), ...(keys.size ? [none] : []), ...shortened(question, words)];
}

function shortened(question, words) {
  if (words.length < 2) return [];
  return words.slice(0, MOST).map((word) => ({
    question: { ...question, query: leavingOut(words, word) },
    said: ["Zonder ", quoted(word.typed)],
  }));
}

/** A query of all words but one. */
export const leavingOut = (words, word) => words.filter((other) => other !== word).map(({ typed }) => typed).join(" ");
