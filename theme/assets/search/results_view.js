// The list of results, and the term pages that the query names.

import { make, marked } from "./elements.js";
import { ROOT } from "./places.js";
import { MARKS } from "./sentences.js";

/** Fills the list, from the template that the page has for a result. */
export class ResultsView {
  #list = document.getElementById("resultaten");
  #template = document.getElementById("resultaat").content;
  #more = document.getElementById("meer");

  /** Show these cards, of `total` results; `mark` gives the pieces of a text. */
  show(cards, total, mark) {
    this.#list.replaceChildren(...cards.map((card) => this.#item(card, mark)));
    this.#count(total);
  }

  /** Show more cards below the others, and go to the first of them. */
  add(cards, total, mark) {
    const items = cards.map((card) => this.#item(card, mark));
    this.#list.append(...items);
    this.#count(total);
    items[0]?.querySelector("a").focus();
  }

  #count(total) {
    const shown = this.#list.children.length;
    this.#more.hidden = shown >= total;
    this.#more.querySelector(".count").textContent = `${shown} van ${total} getoond`;
  }

  #item(card, mark) {
    const item = this.#template.cloneNode(true).firstElementChild;
    const part = (name) => item.querySelector(`[data-of="${name}"]`);
    const link = item.querySelector("a");
    link.href = new URL(card.pad, ROOT);
    link.append(...marked(mark(card.titel)));
    part("samenvatting").append(...marked(mark(card.samenvatting)));
    reveal(part("soort"), MARKS[card.soort]);
    reveal(part("feiten"), facts(card));
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

/** Where it happens, how far it is, and who pays; nothing for what is no practice. */
function facts({ soort, plaats, fase, financiering }) {
  if (MARKS[soort]) return "";
  return [plaats, `fase: ${fase.toLowerCase()}`, `betaald uit: ${financiering.join(", ")}`].join(" · ");
}

function reveal(element, text) {
  element.hidden = !text;
  element.textContent = text ?? "";
}
