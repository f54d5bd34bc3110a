// Where things are, in whatever folder the site stands.

/** The site's root. */
export const ROOT = new URL("../../", import.meta.url);

/** The page to search on; the index is in the same folder. */
export const SEARCH = new URL("zoeken/", ROOT);
