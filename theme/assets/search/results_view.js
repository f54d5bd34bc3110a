// The list of results, and the term pages that the query names.

import { make, marked } from "./elements.js";
import { ROOT } from "./places.js";
import { MARKS } from "./sentences.js";

const DAY = new Intl.DateTimeFormat("nl", { dateStyle: "long", timeZone: "UTC" });
const UNKNOWN = /^Nog onbekend/; // no name, so it has a small letter in a sentence

/** Fills the list, from the template that the page has for a result. */
export class ResultsView {
  #list = document.getElementById("resultaten");
  #template = document.getElementById("resultaat").content;
  #more = document.getElementById("meer");
  #paper = document.getElementById("papier");
  #view;

  /**
   * Show these cards, of `total` results. Of a view, `mark` gives the pieces of a text, `via` what else a number was
   * found by (null if nothing was typed), `dated` is whether they say when they were checked, and `address` is what
   * leads to all of them.
   */
  show(cards, total, view) {
    this.#view = view;
    this.#list.replaceChildren(...cards.map((card) => this.#item(card)));
    this.#count(total);
  }

  /** Show more cards below the others, and go to the first of them. */
  add(cards, total) {
    const items = cards.map((card) => this.#item(card));
    this.#list.append(...items);
    this.#count(total);
    items[0]?.querySelector("a").focus();
  }

  clear() {
    this.#list.replaceChildren();
    this.#count(0);
  }

  #count(total) {
    const shown = this.#list.children.length;
    this.#more.hidden = this.#paper.hidden = shown >= total;
    this.#more.querySelector(".count").textContent = `${shown} van ${total} getoond`;
    if (shown < total) this.#paper.textContent = `${shown} van ${total}; de rest staat op ${this.#view.address}`;
  }

  #item(card) {
    const { mark, via, dated } = this.#view;
    const [title, summary] = [card.titel, card.samenvatting].map(mark);
    const seen = [...title, ...summary].some(({ hit }) => hit);
    const item = this.#template.cloneNode(true).firstElementChild;
    const part = (name) => item.querySelector(`[data-of="${name}"]`);
    const link = item.querySelector("a");
    link.href = new URL(card.pad, ROOT);
    link.append(...marked(title));
    part("samenvatting").append(...marked(summary));
    reveal(part("soort"), MARKS[card.soort]);
    reveal(part("feiten"), facts(card, dated));
    reveal(part("via"), via && !seen ? found(via(card.number)) : "");
    return item;
  }
}

/** Show the term pages of these cards, if any; `facets` tell what each is. */
export function showTerms(cards, facets) {
  const strip = document.getElementById("kijk-ook");
  const kind = ({ soort }) => facets.find(({ key }) => key === soort)?.label;
  const links = cards.map((card) => make("li", {}, `${kind(card)}: `, make("a", { href: new URL(card.pad, ROOT) }, card.titel)));
  strip.querySelector("ul").replaceChildren(...links);
  strip.hidden = !links.length;
}

/** Where it happens, how far it is, who pays, and perhaps when it was checked; nothing for what is no practice. */
function facts({ soort, plaats, fase, financiering, gecontroleerd }, dated) {
  if (MARKS[soort]) return "";
  const paid = financiering.map((label) => label.replace(UNKNOWN, (first) => first.toLowerCase())).join(", ");
  const checked = dated && gecontroleerd ? [`gecontroleerd op ${DAY.format(new Date(gecontroleerd))}`] : [];
  return [plaats, `fase: ${fase.toLowerCase()}`, `betaald uit: ${paid}`, ...checked].join(" · ");
}

/** What else a result was found by than what its title and summary show. */
function found(labels) {
  return labels.length ? `Gevonden via ${labels.join(", ")}` : "Gevonden in de tekst";
}

function reveal(element, text) {
  element.hidden = !text;
  element.textContent = text ?? "";
}
