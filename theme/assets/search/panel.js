// The results that come up below the search box while typing: real links, that the arrows walk through.

import { make, marked, quoted } from "./elements.js";
import { opener } from "./opening.js";
import { ROOT, SEARCH } from "./places.js";
import { unfinished, written } from "./question.js";
import { corrections, LOADING, MARKS, nearby, plural } from "./sentences.js";

const MOST = 6; // results; the page for searching has the others
const PAUSE = 500; // milliseconds without typing before a screen reader is told
const TEXT = /^[\p{L}\p{N}]$/u; // a key that goes on with the query, wherever the focus is

/** Give the search box its results, in `panel`; called once. */
export function attach(box, panel) {
  const form = box.form;
  const keyboard = matchMedia("(hover: hover)");
  const status = make("p", { className: "hidden", role: "status" });
  form.append(status);
  let opened = opener();
  let engine; // as soon as there is one
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

  function show({ inside, said }) {
    panel.replaceChildren(...inside);
    panel.hidden = false;
    tell(said);
  }

  async function refresh() {
    const query = box.value.trim();
    if (!query) return close();
    turn += 1;
    const mine = turn;
    if (!engine) show(line(LOADING));
    try {
      engine ??= await opened();
      const answer = await engine.ask(query);
      const cards = await engine.cards(answer.numbers.slice(0, MOST));
      const walking = panel.contains(document.activeElement); // what somebody walks through stays
      if (mine !== turn || walking) return;
      if (cards.length) show(results(engine, answer, cards, query, keyboard.matches));
      else if (unfinished(box.value, answer)) close();
      else show(nothing(query, form.dataset));
    } catch (error) {
      console.error(error);
      [engine, opened] = [undefined, opener()]; // the files may be those of a newer site
      if (mine === turn) show(line("Hier zoeken lukt nu niet. Druk op Enter."));
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
    else return goOn(event);
    event.preventDefault();
  });

  /** Take a letter that is typed on a link to the box. */
  function goOn({ key, target, ctrlKey, metaKey, altKey }) {
    if (!panel.contains(target) || ctrlKey || metaKey || altKey || !TEXT.test(key)) return;
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
  }

  box.addEventListener("input", refresh);
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !form.contains(relatedTarget)) close();
  });
  addEventListener("pointerdown", ({ target }) => {
    if (!form.contains(target)) close();
  });
  addEventListener("pagehide", close); // who comes back finds the page as it was

  opened().catch(() => {}); // a failure is told when there is something to search
  refresh();
}

const line = (text) => ({ inside: [make("p", {}, text)], said: text });

const pageFor = (query) => new URL(written({ query, chosen: {}, sort: "" }), SEARCH);

/** What the panel shows where nothing is found: whoever is in need comes first. */
function nothing(query, { help, danger }) {
  const own = help ? [make("a", { className: "help", href: help }, "Zoekt u hulp voor uzelf?")] : [];
  const call = danger ? [make("a", { className: "help", href: `tel:${danger}` }, `Is er gevaar? Bel ${danger}`)] : [];
  const tips = make("a", { className: "all", href: pageFor(query) }, "Zoektips");
  const below = own.length ? " Hulp en voorstellen staan hieronder." : "";
  return {
    inside: [...own, ...call, make("p", {}, "Niets gevonden voor ", quoted(query), "."), tips],
    said: `Niets gevonden voor ${query}.${below}`,
  };
}

/** What the panel shows for an answer, and what is said of it. */
function results(engine, answer, cards, query, keyboard) {
  const total = answer.numbers.length;
  const lines = [...(answer.nearest ? [[nearby(answer.kinds)]] : []), ...corrections(answer.words)];
  const notes = lines.map((inside) => make("p", {}, ...inside));
  const items = cards.map((card) => make("li", {}, linkTo(card, engine, answer)));
  const all = make("a", { className: "all", href: pageFor(query) }, total === 1 ? "Bekijk het resultaat met filters" : `Alle ${total} resultaten`);
  const number = plural(total, "resultaat", "resultaten") + (keyboard ? "; pijl omlaag gaat erheen." : ".");
  return {
    inside: [...notes, make("ul", { "aria-label": "Resultaten" }, ...items), all],
    said: [...notes.map((note) => note.textContent), number].join(" "),
  };
}

function linkTo(card, engine, answer) {
  const title = make("span", { className: "panel-title" }, ...marked(engine.mark(card.titel, answer)));
  const place = make("span", { className: "panel-place" }, MARKS[card.soort] ?? card.plaats);
  return make("a", { href: new URL(card.pad, ROOT) }, title, " ", place);
}
