// Finds the word that somebody meant: one that sounds the same, or differs by a letter, or two in a long word.

// Sounds of a word from which it can be corrected at all, from which one may differ, and from which two.
const [SHORT, MIDDLE, LONG] = [3, 5, 9];
const LIKE = 6; // sounds below which the first two must be the same, not the first alone
const STRANGE = 3; // one letter in so many may be other than written, or it is another word however it sounds
const ENDING = 2; // sounds
const UNFINISHED = 6; // sounds typed from which the beginning of a longer word may be meant

export class Spelling {
  // known: words as they are written, that others may be; common: folded words that are no typing errors.
  constructor({ known, common }, language) {
    this.language = language;
    this.common = new Set(common.split(" "));
    this.known = known.map((written) => {
      const word = language.fold(written);
      return { written, word, sound: language.sound(word) };
    });
  }

  // {written, word, distance} of the nearest known word, or null. Words that sound the same have distance 0.
  // unfinished: whether the last letters may still have to be typed.
  nearest(word, unfinished) {
    const sound = this.language.sound(word);
    if (sound.length < SHORT || this.common.has(word)) return null;
    const limit = (sound.length >= MIDDLE) + (sound.length >= LONG);
    const start = sound.slice(0, sound.length < LIKE ? 2 : 1);
    let best = null;
    for (const one of this.known) {
      const more = one.sound.length - sound.length;
      const cut = more > limit;
      if (more < -limit || (cut && !(unfinished && sound.length >= UNFINISHED))) continue;
      if (!one.sound.startsWith(start)) continue;
      const letters = edits(word, one.word, cut);
      const distance = Math.min(letters, edits(sound, one.sound, cut));
      if (distance > (cut ? 1 : limit) || letters > Math.max(1, word.length / STRANGE)) continue;
      if (distance === 2 && otherEnding(sound, one.sound)) continue;
      // A whole word is likelier than the beginning of one.
      if (distance + cut / 2 < (best?.distance ?? Infinity)) best = { ...one, distance: distance + cut / 2 };
    }
    return best;
  }
}

// Whether words differ by their ends alone, neither being the longer: reflector and reflectie are no typing errors.
function otherEnding(one, other) {
  const same = one.length - ENDING;
  return one.slice(0, same) === other.slice(0, same) && !one.startsWith(other) && !other.startsWith(one);
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
