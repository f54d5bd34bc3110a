// Taking items out of a list and putting them back, and finding a practice by its title.

import * as fields from "./fields.js";

/** Take an item out of its list; what was filled in can be put back. `changed` is told of both. */
export function takeAway(item, field, changed) {
  const undo = field.querySelector(":scope > .undo");
  const next = item.nextElementSibling;
  item.remove();
  fields.renumber(field);
  const back = Object.assign(document.createElement("button"), { type: "button", className: "button second", textContent: "Zet terug" });
  back.addEventListener("click", () => {
    field.querySelector(":scope > .items").insertBefore(item, next?.isConnected ? next : null);
    fields.renumber(field);
    undo.replaceChildren();
    item.querySelector("input, select, textarea").focus();
    changed();
  });
  undo.replaceChildren(`${item.querySelector("legend").textContent.trim().replace(/\s+/g, " ")} is weg. `, back);
  back.focus();
  changed();
}

/** Add the practice whose title, or else whose name, stands in the field's search box. */
export function addByTitle(field, titles, changed) {
  const typed = field.querySelector(".adder input");
  const [slug, title] = Object.entries(titles ?? {}).find(([, one]) => one === typed.value.trim()) ?? [typed.value.trim()];
  if (!slug) return;
  fields.check(field, slug, title);
  typed.value = "";
  typed.focus();
  changed();
}
