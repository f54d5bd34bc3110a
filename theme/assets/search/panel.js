// The results that come up below the search box while typing: real links, that the arrows walk through.

import { make, marked, quoted } from "./elements.js";
import { opener } from "./opening.js";
import { ROOT, SEARCH } from "./places.js";
import { written } from "./question.js";
import { corrections, MARKS, plural } from "./sentences.js";

const MOST = 6; // results; the page for searching has the others
const PAUSE = 500; // milliseconds without typing before a screen reader is told

/** Give the search box its results; called once. */
export function attach(box) {
  const form = box.form;
  const panel = make("div", { className: "search-panel", hidden: true });
  const status = make("p", { className: "hidden", role: "status" });
  form.append(panel, status);
  const engine = opener();
  let turn = 0; // of typing: an answer that comes late is not shown
  let telling;

  function tell(text) {
    clearTimeout(telling);
    telling = setTimeout(() => (status.textContent = text), PAUSE);
  }

  function close() {
    turn += 1;
    panel.hidden = true;
    panel.replaceChildren();
    clearTimeout(telling);
    status.textContent = "";
  }

  function show(inside, said) {
    panel.replaceChildren(...inside);
    panel.hidden = false;
    tell(said);
  }

  async function refresh() {
    const query = box.value.trim();
    if (!query) return close();
    turn += 1;
    const mine = turn;
    try {
      const found = await results(await engine(), query);
      const walking = panel.contains(document.activeElement); // what somebody walks through stays
      if (mine === turn && !walking) show(...found);
    } catch (error) {
      console.error(error);
      const failed = "Hier zoeken lukt nu niet. Druk op Enter.";
      if (mine === turn) show([make("p", {}, failed)], failed);
    }
  }

  /** Move the focus through the box and the links below it, round and round. */
  function walk(step) {
    const stops = [box, ...panel.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    stops.at((at + step) % stops.length).focus();
  }

  form.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || (panel.hidden && event.key !== "ArrowDown")) return;
    if (event.key === "Escape") {
      box.focus();
      close();
    } else if (step && panel.hidden) refresh();
    else if (step) walk(step);
    else return;
    event.preventDefault();
  });
  box.addEventListener("input", refresh);
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !form.contains(relatedTarget)) close();
  });
  addEventListener("pointerdown", ({ target }) => {
    if (!form.contains(target)) close();
  });
  addEventListener("pagehide", close); // who comes back finds the page as it was

  engine().catch(() => {}); // a failure is told when there is something to search
  if (box.value) refresh();
}

/** What the panel shows for a query, and what is said of it. */
async function results(engine, query) {
  const answer = await engine.ask(query, {}, "relevantie");
  const cards = await engine.cards(answer.numbers.slice(0, MOST));
  const total = answer.numbers.length;
  const page = new URL(written({ query, chosen: {}, sort: "" }), SEARCH);
  if (!total) {
    const help = make("a", { className: "all", href: page }, "Hulp bij het zoeken");
    return [[make("p", {}, "Niets gevonden voor ", quoted(query), "."), help], `Niets gevonden voor ${query}.`];
  }
  const notes = corrections(answer.words).map((line) => make("p", {}, ...line));
  const items = cards.map((card) => make("li", {}, linkTo(card, engine, answer)));
  const all = make("a", { className: "all", href: page }, total === 1 ? "Bekijk het resultaat met filters" : `Alle ${total} resultaten`);
  const said = [...notes.map((note) => note.textContent), `${plural(total, "resultaat", "resultaten")}; pijl omlaag gaat erheen.`];
  return [[...notes, make("ul", { "aria-label": "Resultaten" }, ...items), all], said.join(" ")];
}

function linkTo(card, engine, answer) {
  const title = make("span", { className: "panel-title" }, ...marked(engine.mark(card.titel, answer)));
  const place = make("span", { className: "panel-place" }, MARKS[card.soort] ?? card.plaats);
  return make("a", { href: new URL(card.pad, ROOT) }, title, " ", place);
}
