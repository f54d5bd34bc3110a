// What is chosen, as buttons above the results that take it away again.

import { make, unseen } from "./elements.js";
import { choices } from "./question.js";

/** Fills `list`; tells `removed(facet, id)` what a visitor takes away, and `cleared()` that it is everything. */
export class ChipsView {
  #list;
  #told;
  #shown = "";

  constructor(list, removed, cleared) {
    this.#list = list;
    this.#told = { removed, cleared };
  }

  show(question, facets) {
    const chosen = choices(question, facets);
    const key = JSON.stringify(chosen.map(({ facet, id }) => [facet.key, id]));
    if (key === this.#shown) return;
    this.#shown = key;
    const at = this.#buttons().indexOf(document.activeElement);
    const chips = chosen.map((one) => this.#chip(one));
    if (chips.length) chips.push(this.#button("Wis alle filters", [], this.#told.cleared, "quiet"));
    this.#list.replaceChildren(...chips.map((button) => make("li", {}, button)));
    this.#list.hidden = !chips.length;
    if (at >= 0) (chips[Math.min(at, chips.length - 2)] ?? document.getElementById("gevonden")).focus();
  }

  #buttons() {
    return [...this.#list.querySelectorAll("button")];
  }

  #chip({ facet, id, label }) {
    const text = `${facet.label}: ${label ?? `${id} (bestaat niet)`}`;
    const cross = make("span", { "aria-hidden": "true" }, "×");
    return this.#button(text, [unseen(" weghalen"), cross], () => this.#told.removed(facet, id), label ? "chosen" : "chosen unknown");
  }

  #button(text, more, clicked, className) {
    const button = make("button", { type: "button", className }, make("bdi", {}, text), ...more);
    button.addEventListener("click", clicked);
    return button;
  }
}
