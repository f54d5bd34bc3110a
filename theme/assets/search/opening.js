// Opens the index once, whoever asks; after a failure, whoever asks next tries again.

import { open } from "./engine.js";
import { SEARCH } from "./places.js";

/** A function that gives the engine, and fails where it cannot be had. */
export function opener() {
  let opening;
  return () => {
    opening ??= open(SEARCH).catch((error) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
}
