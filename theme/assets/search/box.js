// The search box on every page: a plain form, in which results come up while typing if this runs.
//
// Every page has this file, so it is small: what searches is fetched when the box is used.

// All that the panel and its engine import: fetched at once, not one after the other.
const MODULES = [
  "elements", "engine", "facets", "index", "language", "lookup", "opening", "panel", "places", "postings",
  "question", "ranking", "sentences", "spelling",
];

const box = document.getElementById("zoek");
const panel = document.getElementById("zoekpaneel");
const LIVE = !document.getElementById("zoekpagina"); // that page shows the results itself

/** A key that is text there is no shortcut. */
const typing = (element) => element.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

function isShortcut({ key, target, ctrlKey, metaKey, altKey, shiftKey }) {
  if (altKey) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === "k" && !shiftKey && ctrlKey !== metaKey;
  return key === "/" && !typing(target);
}

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || !isShortcut(event)) return;
  event.preventDefault();
  box.focus();
  box.select();
});
box.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");

/** Show that the panel is coming; without it the box is a form. */
async function equip() {
  const waiting = () => (panel.hidden = !box.value.trim());
  box.addEventListener("input", waiting);
  waiting();
  for (const name of MODULES) {
    const href = new URL(`${name}.js`, import.meta.url);
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
  }
  try {
    const { attach } = await import("./panel.js");
    attach(box, panel);
  } catch (error) {
    console.error(error);
    panel.hidden = true;
  }
  box.removeEventListener("input", waiting);
}

if (LIVE) {
  if (document.activeElement === box) equip();
  else box.addEventListener("focus", equip, { once: true });
}
