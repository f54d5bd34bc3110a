// What people type, in the form that a file wants: a date in any Dutch way, an address without its beginning.

const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");
const MONTH = `(?:${MONTHS.map((name) => `${name.slice(0, 3)}[a-z.]*`).join("|")}|mrt\\.?)`;
const WRITTEN = new RegExp(`^(?:([0-9]{1,2}) )?(${MONTH}) ([0-9]{4})$`);
const AS_IN_FILE = /^[0-9]{4}(?:-[0-9]{2}){0,2}$/;
const NUMBERS = /^(?:([0-9]{1,2})[-/. ])?([0-9]{1,2})[-/. ]([0-9]{4})$/;

/** `30-5-2024`, `30 mei 2024`, `5-2024`, `eind 2024` → as the file has it, at most `exact` characters long. */
export function dutchDate(text, exact) {
  const typed = text.trim().toLowerCase().replace(/^eind(?:e)? /, "");
  const [, day, month, year] = typed.match(WRITTEN) ?? typed.match(NUMBERS) ?? [];
  if (AS_IN_FILE.test(typed)) return typed.slice(0, exact);
  if (!year) return text;
  const short = month.slice(0, 3).replace("mrt", "maa");
  const number = /[a-z]/.test(month) ? MONTHS.findIndex((name) => name.startsWith(short)) + 1 : month;
  const parts = [year, String(number).padStart(2, "0"), day?.padStart(2, "0")];
  return parts.filter(Boolean).join("-").slice(0, exact);
}

/** `www.voorbeeld.nl` → `https://www.voorbeeld.nl`. */
export const fullAddress = (text) => text.trim().replace(/^(?=(?:www\.|[a-z0-9-]+\.nl\b))/i, "https://");

/** A file's name without what belongs to the file. */
export const bareName = (text) => text.trim().replace(/\.md$/, "");
