// Pagefind, without its worker: slowing down the processor reaches only the page itself.

import * as pagefind from "./pagefind/pagefind.js";

const LISTED = 5;

export async function open() {
  await pagefind.options({ noWorker: true, baseUrl: "/", ranking: { metaWeights: { title: 5, zoektermen: 0.5 } } });
  await pagefind.init();
  return async (query) => {
    const { results } = await pagefind.search(query);
    const shown = await Promise.all(results.slice(0, LISTED).map((result) => result.data()));
    return { above: [], list: shown.map((result) => result.url.replace(/^\//, "")) };
  };
}
