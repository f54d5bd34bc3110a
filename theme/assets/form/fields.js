// Between the fields on the page and a practice as data: filling, reading, and showing what is wrong where.
// The page's fields are made from the same model as `rules.fields`, so nothing here knows a field by name.

const own = (scope, selector) => [...scope.querySelectorAll(selector)].find((found) => nearest(found) === scope);
const nearest = (element) => element.parentElement.closest(".item, .field, form");
const fieldOf = (scope, key) => own(scope, `[data-key="${key}"]`);
/** What a text is worth keeping of: invisible signs go, accents join their letters, odd line ends become lines. */
const clean = (text) =>
  text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "").replace(/\r\n?|[\v\f\u2028\u2029]/g, "\n").normalize("NFC");
const BULLET = /^[ \t]*[•·●▪◦–\uf0b7\uf0a7][ \t]*/;

const control = (field) => field.querySelector("input:not([type=checkbox]), select, textarea");

/** What is filled in below `scope`, by key. */
export function read(fields, scope) {
  return Object.fromEntries(fields.map((field) => [field.key, readField(field, fieldOf(scope, field.key))]));
}

function readField(field, element) {
  if (field.parts.length && field.several) return itemsOf(element).map((item) => read(field.parts, item));
  if (field.parts.length) return read(field.parts, element);
  if (field.names) {
    // In the order in which they were opened (the first region or theme may be the main one), then as shown.
    const place = (box) => Number(box.dataset.place ?? Infinity);
    const ticked = [...element.querySelectorAll(":checked")];
    return ticked.sort((one, other) => place(one) - place(other) || 0).map((box) => box.value);
  }
  const text = clean(control(element).value);
  if (field.several) return text.split("\n").map((line) => line.replace(BULLET, "").replace(/^[ \t*-]+/, ""));
  return text;
}

/** The text of every section; lists as Markdown wants them: with hyphens, after a blank line. */
export function readSections(form) {
  const boxes = [...form.querySelectorAll("[data-section]")];
  return Object.fromEntries(boxes.map((box) => [box.dataset.section, withLists(clean(control(box).value))]));
}

function withLists(text) {
  const listed = (line) => /^(?:[-*+]|[0-9]+[.)]) /.test(line);
  const lines = text.split("\n").map((line) => line.replace(BULLET, "- "));
  const apart = (line, at) => at && listed(line) && /^\S/.test(lines[at - 1]) && !listed(lines[at - 1]);
  return lines.map((line, at) => (apart(line, at) ? `\n${line}` : line)).join("\n");
}

/** Fill in a practice; what it does not say is made empty. */
export function fill(fields, values, scope) {
  for (const field of fields) fillField(field, values[field.key], fieldOf(scope, field.key));
}

function fillField(field, value, element) {
  if (field.parts.length && field.several) {
    for (const item of itemsOf(element)) item.remove();
    for (const one of value ?? []) fill(field.parts, one, addItem(element));
    if (field.required && !itemsOf(element).length) addItem(element);
  } else if (field.parts.length) {
    fill(field.parts, value ?? {}, element);
  } else if (field.names) {
    for (const box of element.querySelectorAll("input[type=checkbox]")) {
      box.checked = false;
      delete box.dataset.place;
    }
    for (const [place, name] of (value ?? []).entries()) check(element, name).dataset.place = place;
  } else {
    control(element).value = field.several ? (value ?? []).join("\n") : (value ?? "");
  }
}

export function fillSections(sections, form) {
  for (const box of form.querySelectorAll("[data-section]")) control(box).value = sections[box.dataset.section] ?? "";
}

/** Tick the box of a name; where there is none yet (another practice), make one. */
export function check(element, name, label = name) {
  const choices = element.querySelector(".choices");
  let box = [...choices.querySelectorAll("input")].find((one) => one.value === name);
  if (!box) {
    const holder = document.createElement("label");
    const text = document.createElement("span");
    box = Object.assign(document.createElement("input"), { type: "checkbox", value: name });
    text.textContent = label;
    holder.append(box, " ", text);
    choices.append(holder);
  }
  box.checked = true;
  return box;
}

export const itemsOf = (element) => [...element.querySelector(":scope > .items").children];

let made = 0;
/** Add an empty item to a field that repeats, and return it. */
export function addItem(element) {
  const item = element.querySelector(":scope > template").content.cloneNode(true).firstElementChild;
  made += 1;
  for (const one of item.querySelectorAll("*")) {
    for (const name of ["id", "for", "aria-describedby"]) {
      if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).replaceAll("§", made));
    }
  }
  element.querySelector(":scope > .items").append(item);
  renumber(element);
  return item;
}

/** Number the items anew, after one was added or taken away. */
export function renumber(element) {
  for (const [at, item] of itemsOf(element).entries()) item.querySelector(".number").textContent = at + 1;
}

/** The field that a problem's path leads to; `["bronnen", 0, "url"]` is inside the first item. */
export function at(path, form) {
  if (path[0] === "tekst") return form.querySelector(`[data-section="${path[1]}"]`);
  if (path[0] === "belofte") return document.getElementById("belofte-veld");
  if (path[0] === "bestand") return document.getElementById("naam").closest(".field");
  let scope = form;
  let field;
  for (const step of path) {
    if (typeof step === "string") scope = field = fieldOf(scope, step);
    else if (field.querySelector(":scope > .items")) scope = filledItems(field)[step] ?? scope;
  }
  return field;
}

/** Items in which something is filled in: the others are not in the data, and do not count in a path. */
function filledItems(element) {
  return itemsOf(element).filter((item) => [...item.querySelectorAll("input, select, textarea")].some(isFilled));
}
const isFilled = (one) => (one.type === "checkbox" ? one.checked : one.value.trim() !== "");

/** What to call a field in a list of problems: its label, with the item it is in. */
export function nameOf(field) {
  if (field.dataset.name) return field.dataset.name;
  const label = field.querySelector(":scope > label, :scope > legend");
  const words = [...label.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  const item = field.closest(".item");
  const of = item ? ` (${item.querySelector("legend").textContent.trim().replace(/\s+/g, " ").toLowerCase()})` : "";
  return words.map((node) => node.textContent.trim()).join(" ") + of;
}

/** Where the keyboard goes to mend a field. */
export function focusable(field) {
  return field.querySelector("input, select, textarea, button.add") ?? field;
}

/** Show the messages of one field, or take them away. */
export function showProblems(field, messages) {
  const line = field.querySelector(":scope > .problem");
  line.hidden = !messages.length;
  const text = messages.join("\n");
  if (line.textContent !== text) line.textContent = text;
  field.classList.toggle("wrong", messages.length > 0);
  if (!field.matches("fieldset")) focusable(field).setAttribute("aria-invalid", messages.length > 0);
}
