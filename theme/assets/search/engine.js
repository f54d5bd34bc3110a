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
const LESSON = 0.75; // what a lesson is worth against a practice
const FIRST = 100; // score of a page for residents that comes first
const NAMED = 0.35; // how well a word must match the page of a term, to say that the query names it
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
      { key, label, plural, values: values.map(({ id, label: name, having }) => ({ id, label: name, total: having.length })) }
    ));
  }

  // query: what somebody typed. chosen: {facet's key: [ids]}. order: "relevantie" or "nieuwste".
  async ask(query, chosen = {}, order = "relevantie") {
    const match = await this.#match(query);
    const { starts } = this.#index.register;
    const { left, counts } = this.#facets.narrow(match.found, chosen);
    const filtered = this.#facets.all.some(({ key, values }) => values.some(({ id }) => chosen[key]?.includes(id)));
    const stays = (number) => (number < starts.les ? left(number) : match.found(number) && !filtered);
    const numbers = [];
    for (let number = 0; number < starts.thema; number += 1) if (stays(number)) numbers.push(number);
    const named = this.#named(match, numbers.length ? NAMED : BEGUN);
    return {
      numbers: order === "relevantie" ? ordered(numbers, match.values) : numbers,
      counts,
      kinds: this.#counted(numbers),
      terms: ordered(named.filter((number) => match.share[number] >= TELLING), match.values).slice(0, MOST_TERMS),
      named: new Set(named),
      words: match.hits.map(({ typed, how, as }) => ({ typed, how, as })),
      nearest: match.nearest && numbers.length > 0,
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
    const parts = [...stems].filter((stem) => stem.length >= MARKED);
    const isHit = (word) => {
      const stem = this.#language.stem(word);
      return stems.has(stem) || begins.some((begin) => stem.startsWith(begin)) || parts.some((part) => word.includes(part));
    };
    return this.#language.pieces(text).map(([piece, isWord]) => (
      { text: piece, hit: isWord && this.#language.words(piece).some(isHit) }
    ));
  }

  // By which of its terms an answer found a practice: ["thema Langdurige zorg"].
  via(number, { named }) {
    const { starts } = this.#index.register;
    return this.#facets.all.flatMap(({ key, label, values }) => values
      .filter(({ having }, at) => named.has(starts[key] + at) && having.includes(number))
      .map((value) => `${label.toLowerCase()} ${value.label}`));
  }

  // How many of these numbers are of each kind that is listed.
  #counted(numbers) {
    const { les, inwoners } = this.#index.register.starts;
    const before = (start) => numbers.filter((number) => number < start).length;
    const [practices, lessons] = [before(les), before(inwoners)];
    return { praktijk: practices, les: lessons - practices, inwoners: numbers.length - lessons };
  }

  // What a query finds, of all records: found is a function of a number, values are by number.
  async #match(query) {
    const { starts, records } = this.#index.register;
    if (!query.trim()) return { hits: [], found: (number) => number < starts.les, values: [], nearest: false };
    const asked = this.#asked(query);
    const hits = await Promise.all(asked.map((word) => this.#lookup.hits(...word, asked.length === 1)));
    await Promise.all(asked.slice(1).map(([word], at) => (
      this.#lookup.join([asked[at][0], hits[at]], [word, hits[at + 1]])
    )));
    const { score, share, words } = weigh(hits.filter(({ how }) => how !== "kort"), records);
    for (const number of this.#meant(query)) [score[number], share[number]] = [FIRST, 1];
    const whole = share.subarray(0, starts.thema).some((one) => one > WHOLE);
    // Where no page has all, a guess alone is not enough.
    const surely = (number) => hits.some(({ how, best }) => how === "gevonden" && best[number]);
    const found = whole
      ? (number) => share[number] > WHOLE || (share[number] >= MOSTLY && words[number] > 1)
      : (number) => share[number] >= TELLING && surely(number);
    const values = score.map((one, number) => one * share[number] ** 2);
    for (let number = starts.les; number < starts.inwoners; number += 1) values[number] *= LESSON;
    return { hits, share, found, values, nearest: !whole };
  }

  // The words of a query: [folded, as typed, whether it may still be typed].
  #asked(query) {
    const words = [...this.#language.written(query)].slice(0, MOST_WORDS);
    const only = this.#language.phrase(query);
    if (!words.length && only && !only.includes(" ")) words.push([only, query.trim()]); // the beginning of another
    const [end] = query.match(/\S*$/);
    const unfinished = this.#language.words(end).at(-1) ?? only;
    return words.map(([word, typed]) => [word, typed, word === unfinished]);
  }

  #kind(number) {
    return this.#starts.findLast(([, start]) => start <= number)[0];
  }

  // The pages for residents that come first: whose address is all that was typed, or what people in need say.
  #meant(query) {
    const { addresses, phrases } = this.#index.register;
    const typed = this.#language.phrase(query);
    return [
      ...Object.entries(addresses).filter(([address]) => address === typed),
      ...Object.entries(phrases).filter(([phrase]) => ` ${typed} `.includes(` ${phrase} `)),
    ].map(([, number]) => number);
  }

  // The pages of terms that a word of a query matches at least so well.
  #named({ hits, nearest }, least) {
    const { starts, records } = this.#index.register;
    const sure = nearest && hits.length > 1 ? hits.filter(({ how }) => how === "gevonden") : hits;
    return Array.from({ length: records - starts.thema }, (_, at) => starts.thema + at)
      .filter((number) => sure.some(({ best }) => best[number] >= least));
  }
}
