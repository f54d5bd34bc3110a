// The search of this site, through the module that the page /zoeken/ uses; that page shows the pages of terms
// that a query names on one line above its list.

import { open as opened } from "./assets/search/engine.js";

const LISTED = 5;

export async function open() {
  const engine = await opened(new URL("zoeken/", location).href);
  return async (query) => {
    const { numbers, terms } = await engine.ask(query, {}, "relevantie");
    const [found, named] = await Promise.all([engine.cards(numbers.slice(0, LISTED)), engine.cards(terms)]);
    return { above: named.map((card) => card.pad), list: found.map((card) => card.pad) };
  };
}
