// What a reader will see of what is filled in so far: title, summary, the facts with their labels, the story.

import { rendered } from "./markdown.js";

const element = (name, ...inside) => {
  const made = document.createElement(name);
  made.append(...inside);
  return made;
};

/** Elements that show `front` and `sections`; labels are those of the form's own fields. */
export function preview(front, sections, rules, form) {
  const shown = [element("h3", front.titel ?? "Nog geen titel")];
  if (front.samenvatting) shown.push(Object.assign(element("p", front.samenvatting), { className: "lead" }));
  const facts = rules.fields.filter(({ key }) => key in front && !["titel", "samenvatting"].includes(key));
  if (facts.length) shown.push(factList(facts, front, form));
  for (const heading of rules.sections) {
    if (sections[heading]?.trim()) shown.push(element("h3", heading), ...rendered(sections[heading].trim()));
  }
  return shown;
}

function factList(fields, values, form) {
  const list = element("dl");
  for (const field of fields) {
    list.append(element("dt", field.title), element("dd", ...facts(field, values[field.key], form)));
  }
  return list;
}

function facts(field, value, form) {
  if (!field.several) return [field.parts.length ? group(field, value, form) : label(field, value, form)];
  if (field.names) return [value.map((one) => label(field, one, form)).join(", ")];
  const items = value.map((one) => element("li", field.parts.length ? group(field, one, form) : label(field, one, form)));
  return [element("ul", ...items)];
}

const isDate = (field) => field.rules.some(({ kind }) => kind === "PartialDate");

/** `2025-03` → `maart 2025`. */
function dutch(partial) {
  if (!/^[0-9]{4}(-[0-9]{2}){0,2}$/.test(partial)) return partial;
  const parts = partial.split("-").map(Number);
  const shown = { year: "numeric", ...(parts[1] && { month: "long" }), ...(parts[2] && { day: "numeric" }) };
  return new Intl.DateTimeFormat("nl", shown).format(new Date(parts[0], (parts[1] ?? 1) - 1, parts[2] ?? 1));
}

const group = (field, values, form) =>
  field.parts
    .filter(({ key }) => key in values)
    .flatMap((part) => [values[part.key]].flat().map((one) => named(part, label(part, one, form))))
    .join(" · ");

/** A date says little without the name of its field. */
const named = (field, shown) => (isDate(field) ? `${field.title.toLowerCase()}: ${shown}` : shown);

/** The words for a value: those of the choice, where it is one. */
function label(field, value, form) {
  const { key } = field;
  if (isDate(field)) return dutch(value);
  const holder = form.querySelector(`[data-key="${key}"]:has(option, input[type=checkbox])`)
    ?? [...form.querySelectorAll("template")].map(({ content }) => content.querySelector(`[data-key="${key}"]`)).find(Boolean);
  const option = [...(holder?.querySelectorAll("option, input[type=checkbox]") ?? [])].find((one) => one.value === value);
  if (!option) return value;
  return option.dataset.label ?? (option.localName === "option" ? option.textContent : option.nextElementSibling.textContent);
}
