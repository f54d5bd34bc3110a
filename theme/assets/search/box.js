// The search box on every page: a plain form, in which results come up while typing if this runs.
//
// Every page has this file, so it is small: what searches is fetched when the box is used.

const box = document.getElementById("zoek");
const LIVE = !document.getElementById("zoekpagina"); // that page shows the results itself

/** A key that is text in what has the focus is no shortcut. */
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

if (LIVE) {
  const equip = () => import("./panel.js").then(({ attach }) => attach(box));
  if (document.activeElement === box) equip();
  else box.addEventListener("focus", equip, { once: true });
}
