// Opens the index once, whoever asks; after a failure, whoever asks next tries again.

import { SEARCH } from "./places.js";

/** A function that gives the engine, and fails where it cannot be had. A new one opens the index anew. */
export function opener() {
  let opening;
  return () => {
    opening ??= import("./engine.js").then(({ open }) => open(SEARCH)).catch((error) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
}
