// What helps where nothing is found: the same question with less in it, and how much that gives.

import { make, quoted } from "./elements.js";
import { choosing, choices, effective, leavingOut, without, written } from "./question.js";
import { counted } from "./sentences.js";

const MOST = 4; // questions with a word less

/** Items of a list: questions that do give something. */
export async function wider(question, answer, engine) {
  const offers = [];
  for (const { question: one, said } of widened(question, answer, engine.facets)) {
    const { kinds, numbers } = await engine.ask(one.query, effective(one, engine.facets), one.sort);
    if (numbers.length) offers.push(make("li", {}, make("a", { href: written(one) || "./" }, ...said), `: ${counted(kinds)}`));
  }
  return offers;
}

/** Show where nothing is found what helps: these paragraphs and these items; help for people where they typed. */
export function showHelp(typed, explained, offers) {
  const part = (id) => document.getElementById(id);
  part("niets").hidden = false;
  part("nood").hidden = part("anders").hidden = !typed;
  part("uitleg").replaceChildren(...explained);
  part("ruimer").querySelector("ul").replaceChildren(...offers);
  part("ruimer").hidden = !offers.length;
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
