// What a word of a query leads to in the index.

import { read } from "./postings.js";

const PREFIX = 4; // letters of a word that others may start with
const UNFINISHED = 3; // the same for the last word, which may still be typed
const LONGER = 0.5; // what a longer word says, against the word itself
const SHORTER = 0.7; // the same for a word without its verb's or diminutive's ending
const GUESSED = 0.9; // the same for the word that was probably meant
const ENDING = /(?:t|t?je)$/; // of a verb, of a diminutive
const APART = 0.3; // what two words say apart, against the one that they are together
const HEAD = 0.3; // what the second half of a compound says, against the whole
const CORRECTED = 4; // letters of a word that may be a typing error
const SHORT = 3; // letters of the shortest half of a compound
const HALF = /^(?:.{4,}|[b-df-hj-np-tv-xz]{3})$/; // a word, or an abbreviation: ggzwachtlijst
const SUFFIX = /^(?:loos|baar|lyk|ryk|heid|schap|achtig)/; // what is no half

// A word and where it occurs.
class Hits {
  constructor(typed, records) {
    this.typed = typed;
    this.how = "onbekend"; // or gevonden, gecorrigeerd, gesplitst; kort: too much starts with it to be looked up
    this.as = ""; // what was searched instead
    this.best = new Float32Array(records); // how well each record matches, from 0 to 1
    this.count = 0;
    this.stems = [];
    this.begins = []; // what longer words start with
  }

  add(postings, share) {
    read(postings, (number, strength) => {
      if (!this.best[number]) this.count += 1;
      this.best[number] = Math.max(this.best[number], strength * share);
    });
  }

  weaken(share) {
    this.best = this.best.map((one) => one * share);
  }

  // What has both this and another.
  and(other) {
    const both = new Hits(this.typed, this.best.length);
    both.stems = [...this.stems, ...other.stems];
    both.best = this.best.map((one, number) => Math.min(one, other.best[number]));
    both.count = both.best.filter(Boolean).length;
    return both;
  }

  found(how = "gevonden", as = "") {
    if (this.count) Object.assign(this, { how, as });
    return this;
  }
}

export class Lookup {
  // spelling: function that promises the spelling, which is fetched when a word is not found
  constructor(index, language, spelling) {
    this.index = index;
    this.language = language;
    this.spelling = spelling;
  }

  // The hits of a folded word, and as it was typed; last: whether it is the last of a query, and may be unfinished;
  // alone: whether no other words narrow what its parts find.
  async hits(word, typed, last, alone) {
    const stem = this.language.stem(word);
    const hits = new Hits(typed, this.index.register.records);
    await this.#exactly(hits, stem, 1);
    if (stem.length >= (last ? UNFINISHED : PREFIX)) {
      await this.#longer(hits, stem);
      if (!word.startsWith(stem)) await this.#longer(hits, word);
    }
    const bare = word.replace(ENDING, "");
    if (bare !== word && bare.length >= PREFIX) await this.#exactly(hits, this.language.stem(bare), SHORTER);
    if (hits.count && !alone) await this.#head(hits, word);
    if (hits.count || hits.how === "kort" || word.length < CORRECTED) return hits.found();
    const spelling = await this.spelling().catch(() => null); // what is known is found all the same
    if (!spelling) return hits;
    const near = spelling.nearest(word, last);
    if (near && near.distance <= 1) return this.#corrected(hits, near);
    const halves = !spelling.common.has(word) && await this.#split(word, typed);
    if (halves) return halves;
    return near ? this.#corrected(hits, near) : hits;
  }

  async #exactly(hits, stem, share) {
    const postings = await this.index.exactly(stem);
    if (!postings) return;
    hits.stems.push(stem);
    hits.add(postings, share);
  }

  async #longer(hits, begin) {
    const longer = await this.index.starting(begin);
    if (!longer) {
      hits.how = "kort";
      return;
    }
    hits.begins.push(begin);
    for (const [stem, postings] of longer) hits.add(postings, (LONGER * begin.length) / stem.length);
  }

  async #corrected(hits, { word, written }) {
    await this.#exactly(hits, this.language.stem(word), GUESSED);
    return hits.found("gecorrigeerd", written);
  }

  // Lets two words that follow each other also be one: wijk verpleegkundige.
  async join([first, one], [second, other]) {
    const stem = this.language.stem(first + second);
    if (!await this.index.exactly(stem)) return;
    for (const hits of [one, other]) {
      hits.weaken(APART);
      await this.#exactly(hits, stem, 1);
      if (hits.how === "onbekend") hits.found();
    }
  }

  // Where both halves of a word occur, if the index has both: zorgtechnologie, of zorg and technologie.
  async #split(word, typed) {
    for (const halves of this.#halves(word)) {
      const [left, right] = halves.map(() => new Hits(typed, this.index.register.records));
      await this.#exactly(left, this.language.stem(halves[0]), 1);
      if (!left.count) continue; // the other half may need another file
      await this.#exactly(right, this.language.stem(halves[1]), 1);
      const hits = left.and(right);
      if (hits.count) return hits.found("gesplitst", this.#parted(typed, halves[0]));
    }
    return null;
  }

  // What a compound is a kind of says something as well: wijkverpleegkundige, of verpleegkundige.
  async #head(hits, word) {
    for (const [left, right] of this.#halves(word)) {
      if (await this.index.exactly(this.language.stem(left))) {
        const { count, stems: { length } } = hits;
        await this.#exactly(hits, this.language.stem(right), HEAD);
        hits.count = count; // the word itself stays as rare as it is
        if (hits.stems.length > length) return;
      }
    }
  }

  // The ways to part a word in two, the longest second half first.
  #halves(word) {
    const places = Array.from({ length: Math.max(word.length - 2 * SHORT + 1, 0) }, (_, at) => at + SHORT);
    return places.map((at) => [word.slice(0, at), word.slice(at)])
      .filter((halves) => halves.every((half) => HALF.test(half.replaceAll("y", "ij"))) && !SUFFIX.test(halves[1]));
  }

  // A word as it was typed, with a space after its first half.
  #parted(typed, half) {
    let at = 1;
    while (at < typed.length && this.language.fold(typed.slice(0, at)) !== half) at += 1;
    return `${typed.slice(0, at)} ${typed.slice(at)}`;
  }
}
