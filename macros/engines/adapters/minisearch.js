// MiniSearch over cards: the browser fetches them all, and makes the index itself.

import combineWith from "./combine.js";
import MiniSearch from "./minisearch.js";

const LISTED = 5;

export async function open() {
  const cards = await (await fetch("cards.json")).json();
  const index = new MiniSearch({
    idField: "url",
    fields: ["title", "summary", "terms"],
    searchOptions: {
      boost: { title: 5, summary: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith,
    },
  });
  index.addAll(cards);
  return async (query) => ({ above: [], list: index.search(query).slice(0, LISTED).map((found) => found.id) });
}
