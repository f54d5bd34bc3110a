// Answers a query from the index: which pages, in which order, and how many practices are left for each term.

import { Facets } from "./facets.js";
import { Index } from "./index.js";
import { Language } from "./language.js";
import { Lookup } from "./lookup.js";
import { ordered, weigh } from "./ranking.js";
import { Spelling } from "./spelling.js";

const MOST_WORDS = 12; // of a query
const WHOLE = 0.999; // share of a query that is all of it
const MOSTLY = 0.5; // share that a page must have, and two words at least, where another has all of it
const TELLING = 0.35; // the same where none has: one rare word will do, a common one will not
const FAVOUR = { les: 0.75 }; // practices first, where words do not decide
const FIRST = 100; // score of a page for residents that the query names in so many words
const NAMED = 0.4; // how well a word must match the page of a term, to say that the query names it
const BEGUN = 0.15; // the same where nothing else is found: the name may still be typed
const MOST_TERMS = 3;
const MARKED = 4; // letters from which a part of a word is marked

// base: address of the folder zoeken/, ending in a slash. Rejects where the index cannot be fetched.
export async function open(base) {
  const index = await Index.open(base);
  return new Engine(index, new Facets(await index.file("facetten"), index.register.starts.les));
}

class Engine {
  #index;
  #facets;
  #language;
  #lookup;
  #starts;

  constructor(index, facets) {
    this.#index = index;
    this.#facets = facets;
    this.#language = new Language(index.register.language);
    let spelling;
    this.#lookup = new Lookup(index, this.#language, async () => {
      const words = await index.file("spelling");
      spelling ??= new Spelling(words, this.#language);
      return spelling;
    });
    this.#starts = Object.entries(index.register.starts);
  }

  // Facets with their values, in the order of the vocabularies.
  get facets() {
    return this.#facets.all.map(({ key, label, plural, values }) => (
      { key, label, plural, values: values.map(({ id, label: name }) => ({ id, label: name })) }
    ));
  }

  // query: what somebody typed. chosen: {facet's key: [ids]}. order: "relevantie" or "nieuwste".
  async ask(query, chosen = {}, order = "relevantie") {
    const match = await this.#match(query);
    const { starts } = this.#index.register;
    const { left, counts } = this.#facets.narrow(match.found, chosen);
    const filtered = this.#facets.all.some(({ key, values }) => values.some(({ id }) => chosen[key]?.includes(id)));
    const stays = (number) => (number < starts.les ? left(number) : match.found(number) && !filtered);
    const numbers = Array.from({ length: starts.thema }, (_, number) => number).filter(stays);
    const kinds = { praktijk: 0, les: 0, inwoners: 0 };
    for (const number of numbers) kinds[this.#kind(number)] += 1;
    return {
      numbers: order === "relevantie" ? ordered(numbers, match.value) : numbers,
      counts,
      kinds,
      terms: this.#named(match, numbers.length ? NAMED : BEGUN),
      words: match.hits.map(({ typed, how, as }) => ({ typed, how, as })),
      nearest: match.nearest && numbers.length > 0,
      total: starts.les,
      stems: new Set(match.hits.flatMap((one) => one.stems)),
      begins: match.hits.flatMap((one) => one.begins),
    };
  }

  // What is shown of records: [{number, soort, titel, pad, samenvatting, plaats, fase, financiering}].
  async cards(numbers) {
    const size = this.#index.register.cards;
    return Promise.all(numbers.map(async (number) => {
      const cards = await this.#index.file(`kaarten-${Math.floor(number / size)}`);
      return { number, soort: this.#kind(number), plaats: "", fase: "", financiering: [], ...cards[number % size] };
    }));
  }

  // A text in pieces, [{text, hit}], of which those that an answer was found by are hits.
  mark(text, { stems, begins }) {
    return this.#language.pieces(text).map(([piece, isWord]) => (
      { text: piece, hit: isWord && this.#language.words(piece).some((word) => this.#hit(word, stems, begins)) }
    ));
  }

  #hit(word, stems, begins) {
    const stem = this.#language.stem(word);
    const part = (one) => one.length >= MARKED && word.includes(one);
    return stems.has(stem) || begins.some((begin) => stem.startsWith(begin)) || [...stems].some(part);
  }

  // What a query finds, of all records; found and value are functions of a number.
  async #match(query) {
    const { starts, records } = this.#index.register;
    if (!query.trim()) return { hits: [], found: (number) => number < starts.les, value: () => 0, nearest: false };
    const asked = [...this.#language.written(query)].slice(0, MOST_WORDS);
    const last = asked.length - 1;
    const hits = await Promise.all(asked.map(([word, typed], at) => this.#lookup.hits(word, typed, at === last)));
    const { score, share, words } = weigh(hits, records);
    for (const number of this.#meant(query)) [score[number], share[number], words[number]] = [FIRST, 1, hits.length];
    const whole = share.subarray(0, starts.thema).some((one) => one > WHOLE);
    // Where no page has all, a guess alone is not enough.
    const surely = (number) => hits.some(({ how, best }) => how === "gevonden" && best[number]);
    const found = whole
      ? (number) => share[number] > WHOLE || (share[number] >= MOSTLY && words[number] > 1)
      : (number) => share[number] >= TELLING && surely(number);
    const value = (number) => score[number] * share[number] ** 2 * (FAVOUR[this.#kind(number)] ?? 1);
    return { hits, share, found, value, nearest: !whole };
  }

  #kind(number) {
    return this.#starts.findLast(([, start]) => start <= number)[0];
  }

  // The pages for residents that a query names by one of their phrases.
  #meant(query) {
    const typed = ` ${this.#language.phrase(query)} `;
    return Object.entries(this.#index.register.phrases)
      .filter(([phrase]) => typed.includes(` ${phrase} `)).map(([, number]) => number);
  }

  // The pages of terms that a query names at least so well, the best first.
  #named({ hits, share, value }, least) {
    const { starts, records } = this.#index.register;
    const named = Array.from({ length: records - starts.thema }, (_, at) => starts.thema + at)
      .filter((number) => hits.some(({ best }) => best[number] >= least) && share[number] >= MOSTLY);
    return ordered(named, value).slice(0, MOST_TERMS);
  }
}
