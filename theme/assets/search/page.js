// The page /zoeken/: finds while typing, narrows by facets, and keeps the question in the address.
//
// The question is the one truth: whatever a visitor does makes a new question, and `show` shows it.

import { ChipsView } from "./chips_view.js";
import { make, unseen } from "./elements.js";
import { FacetsView } from "./facets_view.js";
import { showHelp, wider } from "./help_view.js";
import { opener } from "./opening.js";
import * as questions from "./question.js";
import { ResultsView, showTerms } from "./results_view.js";
import { LOADING, plural } from "./sentences.js";
import { headline, notes } from "./standing.js";

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
let opened = opener();
let engine; // as soon as there is one
let facets; // the engine's
let boxes; // the view of them
let chips; // the view of those that are chosen
let question = questions.read(location.search, []);
let answer; // the last that was shown
let resting = true; // the history's entry is a step: what is typed next makes an entry of its own
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
    const told = pause ? null : await described(asked, found);
    if (!current()) return;
    answer = found;
    results.show(cards, found.numbers.length, view(asked, found));
    showTerms(terms, facets);
    showControls(asked, found);
    if (told) tell(asked, found, told);
    else telling = setTimeout(() => tellLater(asked, found, current), pause);
  } catch (error) {
    if (current()) fail(error);
  }
}

/** Open the index, the first time that this succeeds. */
async function prepare() {
  if (engine) return;
  say([LOADING]);
  part("mislukt").hidden = true;
  const first = await opened();
  if (engine) return; // somebody typed meanwhile
  engine = first;
  facets = engine.facets;
  question = { ...questions.read(location.search, facets), query: box.value };
  follow();
  boxes = new FacetsView(part("facetten"), facets, tick, wide.matches);
  chips = new ChipsView(
    part("keuzes"),
    (facet, id) => go(questions.choosing(question, facet, question.chosen[facet.key].filter((one) => one !== id))),
    () => go(questions.without(question)),
  );
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
  if (total) part("niets").hidden = true;
}

/** How results are shown: see ResultsView. */
function view(asked, found) {
  const typed = Boolean(asked.query.trim());
  return {
    mark: (text) => engine.mark(text, found),
    via: typed ? (number) => engine.via(number, found) : null,
    dated: !typed || asked.sort === questions.NEWEST,
    address: `${location.origin}${location.pathname}${questions.written(asked)}`,
  };
}

/** What is told of an answer: [paragraphs, items]. */
function described(asked, found) {
  return Promise.all([notes(asked, found, engine), found.numbers.length ? [] : wider(asked, found, engine)]);
}

/** Tell of an answer while somebody is typing. */
async function tellLater(asked, found, current) {
  try {
    if (!found.numbers.length && questions.unfinished(asked.query, found)) {
      part("niets").hidden = true;
      return say(["Typ verder …"]);
    }
    const told = await described(asked, found);
    if (current()) tell(asked, found, told);
  } catch (error) {
    if (current()) fail(error);
  }
}

function tell(asked, found, [explained, offers]) {
  const typed = asked.query.trim();
  const said = headline(asked, found, facets);
  document.title = [typed, TITLE].filter(Boolean).join(" – ");
  if (found.numbers.length) return say(said, explained);
  say([...said, unseen(`. ${typed ? "Hulp en voorstellen" : "Voorstellen"} staan hieronder.`)]);
  showHelp(Boolean(typed), explained, offers);
}

/** Say a line above the results, and paragraphs that belong to it. */
function say(line, more = []) {
  part("zoekpagina").classList.toggle("loading", line[0] === LOADING);
  part("stand").replaceChildren(make("p", { className: "standing-count" }, ...line), ...more);
}

/** Show that it fails, and nothing of before; whatever is asked next begins anew, with the files of today. */
function fail(error) {
  console.error(error);
  [engine, opened] = [undefined, opener()];
  clearTimeout(telling);
  say(["Het zoeken lukt nu niet."]);
  part("mislukt").hidden = false;
  part("niets").hidden = part("sorteren").hidden = true;
  results.clear();
  showTerms([], []);
}

// --- What a visitor does --------------------------------------------------------------------------------------

/** Ask something else, as a step that Back undoes. */
function go(next) {
  follow();
  question = next;
  resting = true;
  step();
}

function step() {
  address();
  resting = true;
  shown = PAGE;
  show();
}

/** Let the address follow what is typed; after a pause, as browsers refuse it for every key of a fast typist. */
function follow() {
  clearTimeout(addressing);
  if (facets && address()) resting = false; // without facets what the address chooses is not known yet
}

/** Give the question its address, if that is another, as a step or in the place of what was typed before. */
function address() {
  const next = questions.written(question);
  if (next === questions.written(questions.read(location.search, facets))) return false;
  history[resting ? "pushState" : "replaceState"](null, "", next || location.pathname);
  return true;
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
  if (facets) step();
  else show();
});

order.addEventListener("change", () => go({ ...question, sort: order.value }));

more.addEventListener("click", async () => {
  const [of, found] = [turn, answer];
  const from = shown;
  try {
    const cards = await engine.cards(found.numbers.slice(from, from + PAGE));
    if (of !== turn || shown !== from) return;
    shown += PAGE;
    results.add(cards, found.numbers.length);
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
  resting = true;
  shown = history.state?.shown ?? PAGE;
  box.value = question.query;
  show();
}

wide.addEventListener("change", () => (filters.open = wide.matches));
addEventListener("popstate", restore);

filters.open = wide.matches;
restore();
