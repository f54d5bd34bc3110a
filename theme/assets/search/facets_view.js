// The facets: a group of tick boxes for each, made once; after that only what changes is touched.

import { make } from "./elements.js";
import { plural } from "./sentences.js";

/** Builds the facets in `form`, and tells `changed(facet, ids)` what is ticked by a visitor. */
export class FacetsView {
  #groups;

  constructor(form, facets, changed, open) {
    this.#groups = facets.map((facet) => new Group(facet, changed, open));
    form.replaceChildren(...this.#groups.map((group) => group.element));
  }

  /** Show what is chosen and how many practices each value has; both by facet. */
  show(chosen, counts) {
    for (const group of this.#groups) group.show(new Set(chosen[group.key]), counts[group.key]);
  }
}

class Group {
  #values;
  #chosen = make("span", { className: "count" });
  #more = null;

  constructor(facet, changed, open) {
    this.key = facet.key;
    this.#values = facet.values.map((value) => new Value(facet, value));
    const list = make("ul", { className: "plain" }, ...this.#values.map((value) => value.element));
    const fields = make("fieldset", {}, make("legend", { className: "hidden" }, facet.label), list);
    if (facet.values.some(({ total }) => !total)) fields.append(this.#disclosure(facet));
    this.element = make("details", { className: "facet" }, make("summary", {}, facet.label, " ", this.#chosen), fields);
    this.element.open = open;
    fields.addEventListener("change", () => {
      changed(facet, this.#values.filter(({ box }) => box.checked).map(({ box }) => box.value));
    });
  }

  show(chosen, counts) {
    const text = chosen.size ? `${chosen.size} gekozen` : "";
    if (this.#chosen.textContent !== text) this.#chosen.textContent = text;
    for (const value of this.#values) value.show(chosen.has(value.box.value), counts[value.box.value]);
    this.#fold();
  }

  #disclosure({ values, plural: many }) {
    const labels = { false: `Toon alle ${values.length} ${many}`, true: "Toon minder" };
    this.#more = make("button", { type: "button", className: "quiet", "aria-expanded": "false" }, labels.false);
    this.#more.addEventListener("click", () => {
      const expanded = this.#more.getAttribute("aria-expanded") === "false";
      const first = this.#values.find(({ element }) => element.hidden);
      this.#more.setAttribute("aria-expanded", expanded);
      this.#more.textContent = labels[expanded];
      this.#fold();
      if (expanded) first?.box.focus();
    });
    return this.#more;
  }

  /** Those that any practice has, whatever is asked; those that are ticked, and the one that the visitor is at. */
  #fold() {
    if (!this.#more) return;
    const all = this.#more.getAttribute("aria-expanded") === "true";
    for (const { element, box, used } of this.#values) {
      const hidden = !(all || used || box.checked || box === document.activeElement);
      if (element.hidden !== hidden) element.hidden = hidden;
    }
  }
}

class Value {
  #label;
  #number = make("span", { className: "count" });
  #shown;

  constructor(facet, { id, label, total }) {
    this.#label = label;
    this.used = total > 0;
    this.box = make("input", { type: "checkbox", name: facet.key, value: id });
    this.element = make("li", {}, make("label", {}, this.box, make("span", {}, label), " ", this.#number));
  }

  show(checked, count) {
    if (this.box.checked !== checked) this.box.checked = checked;
    if (this.#shown === count) return;
    this.#shown = count;
    this.#number.textContent = count;
    this.box.setAttribute("aria-label", `${this.#label}, ${plural(count, "praktijk", "praktijken")}`);
    this.element.classList.toggle("zero", count === 0);
  }
}
