// Elements made from text alone: nothing here reads markup, so nobody can put any on a page.

/** An element with these properties, and with what is in it: text and elements. */
export function make(tag, properties = {}, ...inside) {
  const { className, hidden, ...attributes } = properties;
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (hidden) element.hidden = true;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

/** What a visitor typed, between quotation marks and apart from the text around it in whatever script it is. */
export const quoted = (text) => make("bdi", {}, `«${text}»`);

/** Text for a screen reader alone. */
export const unseen = (text) => make("span", { className: "hidden" }, text);

/** Pieces of text in which the hits are marked. */
export const marked = (pieces) => pieces.map(({ text, hit }) => (hit ? make("mark", {}, text) : text));
