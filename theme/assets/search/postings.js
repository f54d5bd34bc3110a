// Reads the lists of numbers that macros/search/codec.py writes.

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const MARKS = "!#$%&()*+,./";
const BASE = DIGITS.length / 2;

const DIGIT = new Int8Array(128).fill(-1);
const LEVEL = new Int8Array(128).fill(-1);
for (let at = 0; at < DIGITS.length; at += 1) DIGIT[DIGITS.charCodeAt(at)] = at;
for (let at = 0; at < MARKS.length; at += 1) LEVEL[MARKS.charCodeAt(at)] = at;

// Calls visit(number, strength) for each number; strength, above 0 and below 1, is 1 where there are no levels.
export function read(text, visit) {
  let strength = 1;
  let number = -1;
  let gap = 0;
  let unit = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const digit = DIGIT[code];
    if (digit < 0) {
      strength = (LEVEL[code] + 0.5) / MARKS.length;
      number = -1;
    } else {
      gap += (digit % BASE) * unit;
      unit *= BASE;
      if (digit < BASE) {
        number += gap + 1;
        visit(number, strength);
        gap = 0;
        unit = 1;
      }
    }
  }
}

// The numbers of a list without levels.
export function numbers(text) {
  const found = [];
  read(text, (number) => found.push(number));
  return found;
}
