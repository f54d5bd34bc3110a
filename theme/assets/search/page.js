// The page /zoeken/: finds while typing, narrows by facets, and keeps the question in the address.
//
// The question is the one truth: whatever a visitor does makes a new question, and `show` shows it.

import { ChipsView } from "./chips_view.js";
import { FacetsView } from "./facets_view.js";
import { offerWider } from "./help_view.js";
import { opener } from "./opening.js";
import * as questions from "./question.js";
import { ResultsView, showTerms } from "./results_view.js";
import { plural } from "./sentences.js";
import { standing } from "./standing.js";

const PAGE = 10; // results at a time
const PAUSE = 500; // milliseconds without typing before a screen reader is told, and before the address follows

const TITLE = document.title;

const part = (id) => document.getElementById(id);
const box = part("zoek");
const filters = part("filters");
const order = part("sorteer");
const more = part("meer").querySelector("button");
const retry = part("mislukt").querySelector("button");
const wide = matchMedia("(min-width: 60rem)");

const results = new ResultsView();
const chips = new ChipsView(
  part("keuzes"),
  (facet, id) => go(questions.choosing(question, facet, question.chosen[facet.key].filter((one) => one !== id))),
  () => go(questions.without(question)),
);
const opened = opener();
let engine; // as soon as there is one
let facets; // the engine's
let boxes; // the view of them
let question = questions.read(location.search, []);
let answer; // the last that was shown
let settled = location.search; // what the history's entry asked before typing went on
let shown = PAGE;
let turn = 0; // of asking: an answer that comes late is not shown
let telling;
let addressing;

// --- Showing --------------------------------------------------------------------------------------------------

async function show(pause = 0) {
  turn += 1;
  const mine = turn;
  const current = () => mine === turn;
  clearTimeout(telling);
  try {
    await prepare();
    if (!current()) return;
    const asked = question;
    const found = await engine.ask(asked.query, questions.effective(asked, facets), asked.sort);
    const [cards, terms] = await Promise.all([found.numbers.slice(0, shown), found.terms].map((numbers) => engine.cards(numbers)));
    if (!current()) return;
    answer = found;
    results.show(cards, found.numbers.length, marker(found));
    showTerms(terms, facets);
    showControls(asked, found);
    telling = setTimeout(() => tell(asked, found, current), pause);
  } catch (error) {
    if (current()) fail(error);
  }
}

/** Open the index, the first time that this succeeds. */
async function prepare() {
  if (engine) return;
  part("stand").textContent = "De praktijken worden geladen…";
  const first = await opened();
  if (engine) return; // somebody typed meanwhile
  engine = first;
  facets = engine.facets;
  question = { ...questions.read(location.search, facets), query: box.value };
  boxes = new FacetsView(part("facetten"), facets, tick, wide.matches);
}

function showControls(asked, found) {
  const choices = questions.choices(asked, facets).filter(({ label }) => label);
  const total = found.numbers.length;
  boxes.show(questions.effective(asked, facets), found.counts);
  chips.show(asked, facets);
  part("gekozen").textContent = choices.length ? `${choices.length} gekozen` : "";
  part("naar-resultaten").textContent = `Toon ${plural(total, "resultaat", "resultaten")}`;
  part("sorteren").hidden = !asked.query.trim() || !total;
  order.value = asked.sort;
  part("mislukt").hidden = true;
  part("niets").hidden = total > 0;
  part("ruimer").hidden = true;
}

const marker = (found) => (text) => engine.mark(text, found);

function tell(asked, found, current) {
  part("stand").replaceChildren(...standing(asked, found, facets));
  document.title = [asked.query.trim(), TITLE].filter(Boolean).join(" – ");
  if (!found.numbers.length) offerWider(asked, found, engine, facets, current).catch((error) => current() && fail(error));
}

function fail(error) {
  console.error(error);
  part("stand").textContent = "Het zoeken lukt nu niet.";
  part("mislukt").hidden = false;
  part("niets").hidden = true;
  results.show([], 0);
}

// --- What a visitor does --------------------------------------------------------------------------------------

/** Ask something else, as a step that Back undoes. */
function go(next) {
  follow();
  settled = location.search;
  question = next;
  step();
}

function step() {
  const address = questions.written(question);
  if (address !== settled) history.pushState(null, "", address || location.pathname);
  settled = address;
  shown = PAGE;
  show();
}

/** Let the address follow what is typed; after a pause, as browsers refuse it for every key of a fast typist. */
function follow() {
  clearTimeout(addressing);
  if (!engine) return; // what the address chooses is not known yet
  replaceAddress(questions.written(question));
}

function replaceAddress(address) {
  if (address !== location.search) history.replaceState(null, "", address || location.pathname);
}

function tick(facet, ids) {
  const known = new Set(facet.values.map(({ id }) => id));
  go(questions.choosing(question, facet, [...ids, ...question.chosen[facet.key].filter((id) => !known.has(id))]));
}

box.addEventListener("input", () => {
  question = { ...question, query: box.value };
  shown = PAGE;
  clearTimeout(addressing);
  addressing = setTimeout(follow, PAUSE);
  show(PAUSE);
});
box.addEventListener("change", follow);

box.form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(addressing);
  if (!engine) return show();
  replaceAddress(settled); // Back undoes all that was typed
  step();
});

order.addEventListener("change", () => go({ ...question, sort: order.value }));

more.addEventListener("click", async () => {
  const [of, found] = [turn, answer];
  const from = shown;
  try {
    const cards = await engine.cards(found.numbers.slice(from, from + PAGE));
    if (of !== turn || shown !== from) return;
    shown += PAGE;
    results.add(cards, found.numbers.length, marker(found));
    history.replaceState({ shown }, "");
  } catch (error) {
    fail(error);
  }
});

retry.addEventListener("click", () => {
  part("gevonden").focus(); // the button goes away
  show();
});

part("naar-resultaten").addEventListener("click", () => {
  filters.open = false;
  part("gevonden").focus();
});

/** A link to another question on this page needs no new page. */
part("zoekpagina").addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || link.pathname !== location.pathname || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const next = questions.read(link.search, facets);
  box.value = next.query;
  part("gevonden").focus();
  go(next);
});

/** Show the question of the address, as it was left. */
function restore() {
  clearTimeout(addressing);
  question = questions.read(location.search, facets ?? []);
  settled = location.search;
  shown = history.state?.shown ?? PAGE;
  box.value = question.query;
  show();
}

wide.addEventListener("change", () => (filters.open = wide.matches));
addEventListener("popstate", restore);

filters.open = wide.matches;
part("zoekpagina").hidden = false;
restore();
