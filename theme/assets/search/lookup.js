// What a word of a query leads to in the index.

import { read } from "./postings.js";

const PREFIX = 4; // letters of a word that others may start with
const UNFINISHED = 3; // the same for the last word, which may still be typed
const LONGER = 0.5; // what a longer word says, against the word itself
const SHORTER = 0.7; // the same for a word without its verb's or diminutive's ending
const GUESSED = 0.9; // the same for the word that was probably meant
const ENDING = /(?:t|d|te|de|[jt]je|jes)$/;
const SHORTEST = 3; // letters of a part of a compound

// A word and where it occurs.
class Hits {
  constructor(typed, records) {
    this.typed = typed;
    this.how = "onbekend"; // or gevonden, gecorrigeerd, gesplitst
    this.as = ""; // what was searched instead
    this.best = new Float32Array(records); // how well each record matches, from 0 to 1
    this.count = 0;
    this.stems = [];
    this.begin = ""; // what longer words start with
  }

  add(stem, postings, share) {
    this.stems.push(stem);
    read(postings, (number, strength) => {
      if (!this.best[number]) this.count += 1;
      this.best[number] = Math.max(this.best[number], strength * share);
    });
  }

  found(how = "gevonden", as = "") {
    this.how = how;
    this.as = as;
    return [this];
  }
}

export class Lookup {
  // spelling: function that promises the spelling, which is fetched when a word is not found
  constructor(index, language, spelling) {
    this.index = index;
    this.language = language;
    this.spelling = spelling;
  }

  // The hits of a folded word: usually one; two for a compound that only its parts are known of.
  async hits(word, last) {
    const stem = this.language.stem(word);
    const hits = new Hits(word, this.index.register.records);
    await this.#collect(hits, stem, stem.length >= (last ? UNFINISHED : PREFIX), 1);
    if (hits.count) return hits.found();
    const bare = stem.replace(ENDING, "");
    if (bare !== stem && bare.length >= PREFIX) await this.#collect(hits, this.language.stem(bare), false, SHORTER);
    if (hits.count) return hits.found();
    const near = (await this.spelling()).nearest(word, last);
    if (near && near.distance <= 1) return this.#corrected(hits, near);
    const halves = await this.#split(word);
    if (halves) return halves;
    return near ? this.#corrected(hits, near) : [hits];
  }

  async #collect(hits, stem, longer, share) {
    const exact = await this.index.exactly(stem);
    if (exact) hits.add(stem, exact, share);
    if (!longer) return;
    hits.begin = stem;
    for (const [other, postings] of await this.index.starting(stem)) {
      hits.add(other, postings, (share * LONGER * stem.length) / other.length);
    }
  }

  async #corrected(hits, { word, written }) {
    await this.#collect(hits, this.language.stem(word), false, GUESSED);
    return hits.count ? hits.found("gecorrigeerd", written) : [hits];
  }

  // The hits of both halves, where the index has both: zorgtechnologie, of zorg and technologie.
  async #split(word) {
    for (let at = SHORTEST; at <= word.length - SHORTEST; at += 1) {
      const left = word.slice(0, at);
      const right = word.slice(at);
      if (this.language.silent.has(left) || this.language.silent.has(right)) continue;
      const stems = [left, right].map((half) => this.language.stem(half));
      const found = [await this.index.exactly(stems[0]), await this.index.exactly(stems[1])];
      if (found[0] && found[1]) {
        return stems.map((stem, half) => {
          const hits = new Hits(word, this.index.register.records);
          hits.add(stem, found[half], 1);
          return hits.found("gesplitst", `${left} ${right}`)[0];
        });
      }
    }
    return null;
  }
}
