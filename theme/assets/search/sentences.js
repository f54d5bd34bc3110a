// What is said about an answer, in Dutch: in the list below the search box, and above the results.

import { make, quoted } from "./elements.js";

const KINDS = {
  praktijk: ["praktijk", "praktijken"],
  les: ["les", "lessen"],
  inwoners: ["pagina voor inwoners", "pagina's voor inwoners"],
};

/** What a document is called that is no practice. */
export const MARKS = { les: "Les", inwoners: "Voor inwoners" };

/** What is said until there is something to search in. */
export const LOADING = "Bezig met laden …";

/** `1 praktijk`, `0 praktijken`. */
export const plural = (number, one, many) => `${number} ${number === 1 ? one : many}`;

/** `12 praktijken en 1 les`; `0 praktijken` where there is nothing at all. */
export function counted(kinds) {
  const named = Object.entries(KINDS).filter(([kind]) => kinds[kind]);
  const [first = plural(0, ...KINDS.praktijk), ...others] = named.map(([kind, names]) => plural(kinds[kind], ...names));
  const last = others.pop();
  return [[first, ...others].join(", "), last].filter(Boolean).join(" en ");
}

/** How many results there are where none has all words; `filtered` is said between commas. */
export function nearby(kinds, filtered = "") {
  const total = Object.values(kinds).reduce((sum, one) => sum + one, 0);
  const comes = total === 1 ? "komt" : "komen";
  return `Niets met al deze woorden. ${counted(kinds)}${filtered && `, ${filtered},`} ${comes} in de buurt.`;
}

/** What was searched instead of what was typed: a list of lines, each of text and elements. */
export function corrections(words) {
  return words.flatMap(({ typed, how, as }) => {
    if (how === "gecorrigeerd") return [["Bedoelde u ", make("strong", {}, as), "? Hieronder staan de treffers daarvoor."]];
    if (how === "gesplitst") return [[quoted(typed), " is gelezen als ", make("strong", {}, as), "."]];
    return [];
  });
}
