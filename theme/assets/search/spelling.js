// Finds the word that somebody meant: one that sounds the same, or differs by a letter, or two in a long word.

const CERTAIN = 5; // letters from which a word with one other letter may be meant
const LONG = 9; // letters from which it may be two
const UNFINISHED = 6; // letters typed from which the beginning of a longer word may be meant

export class Spelling {
  constructor(words, language) {
    this.language = language;
    this.known = words.map((written) => {
      const word = language.fold(written);
      return { written, word, sound: language.sound(word) };
    });
  }

  // {written, word, distance} of the nearest known word, or null. Words that sound the same have distance 0.
  // unfinished: whether the last letters may still have to be typed.
  nearest(word, unfinished) {
    const sound = this.language.sound(word);
    const limit = word.length >= LONG ? 2 : word.length >= CERTAIN ? 1 : 0;
    let best = null;
    for (const one of this.known) {
      if (one.sound[0] !== sound[0] || one.sound.length < sound.length - limit) continue;
      const cut = unfinished && word.length >= UNFINISHED && one.sound.length > sound.length + limit;
      if (!cut && one.sound.length > sound.length + limit) continue;
      const distance = edits(sound, one.sound, cut) + (cut ? 0.5 : 0);
      if (distance <= limit + (cut ? 0.5 : 0) && distance < (best?.distance ?? Infinity)) best = { ...one, distance };
    }
    return best;
  }
}

// How many letters to change, drop, add or swap with their neighbour (optimal string alignment); with cut, to get
// from one to the nearest beginning of the other.
export function edits(one, other, cut = false) {
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      next[column] = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) next[column] = Math.min(next[column], before[column - 2] + 1);
    }
    before = last;
    last = next;
  }
  return cut ? Math.min(...last) : last[other.length];
}
