// Dutch words as the search compares them. The rules are those of macros/search/language.py, handed over as data.

const MARKS = /[\u0300-\u036f]/g;
const WORDS = /[a-z0-9]+/g;
const TOKENS = /[\p{L}\p{M}\p{N}'’‘`]+/gu;

const compiled = (rules) => rules.map(([pattern, replacement]) =>
  [new RegExp(pattern.replace(/\$(\d)/g, "\\$1"), "g"), replacement]);
const apply = (rules, text) => rules.reduce((one, [pattern, replacement]) => one.replace(pattern, replacement), text);

export class Language {
  constructor({ folds, stems, irregular, sounds, silent, shortest, longest }) {
    this.folds = compiled(folds);
    this.stems = compiled(stems);
    this.sounds = compiled(sounds);
    this.irregular = new Map(Object.entries(irregular));
    this.silent = new Set(silent.split(" "));
    this.shortest = shortest;
    this.longest = longest;
  }

  // Small letters without accents and apostrophes, and y for ij.
  fold(text) {
    return apply(this.folds, text.normalize("NFKD").replace(MARKS, "").toLowerCase());
  }

  // The words of a text, folded, without those that say nothing.
  words(text) {
    return (this.fold(text).match(WORDS) ?? [])
      .filter((word) => word.length >= this.shortest && !this.silent.has(word))
      .map((word) => word.slice(0, this.longest));
  }

  // The same, with how each was written first: folded word → as written.
  written(text) {
    const found = new Map();
    for (const [piece, isWord] of this.pieces(text.normalize("NFKC"))) {
      if (isWord) for (const word of this.words(piece)) if (!found.has(word)) found.set(word, piece);
    }
    return found;
  }

  // All words of a text, folded, between single spaces.
  phrase(text) {
    return (this.fold(text).match(WORDS) ?? []).join(" ");
  }

  // What a folded word is searched by: the same for its singular and plural.
  stem(word) {
    return this.irregular.get(word) ?? apply(this.stems, word);
  }

  // How a folded word sounds, roughly.
  sound(word) {
    return apply(this.sounds, word);
  }

  // A text in pieces, words apart from what is between them: [piece, is a word].
  pieces(text) {
    const found = [];
    let end = 0;
    for (const { 0: token, index } of text.matchAll(TOKENS)) {
      if (index > end) found.push([text.slice(end, index), false]);
      found.push([token, true]);
      end = index + token.length;
    }
    if (end < text.length) found.push([text.slice(end), false]);
    return found;
  }
}
