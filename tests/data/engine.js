// A search engine that finds one practice, whatever is asked: slow, failing and hostile where a test wants that.

const VALUES = [{ id: "wonen", label: "Wonen", total: 1 }];
const CARD = {
  number: 0,
  soort: "praktijk",
  titel: "<img src=x>",
  pad: "praktijken/x/",
  samenvatting: "<script>alert(1)</script>",
  plaats: "<b>Ergens</b>",
  fase: "Idee",
  financiering: ["<i>"],
  gecontroleerd: "2026-03-03",
};
const SLOW = 600; // milliseconds for a query that ends in "traag"
let tries = 0;
let stale = 0; // indexes of which the files are gone: the first that is asked for "weg"

export async function open() {
  if (tries++ < globalThis.failures) throw new Error("geen verbinding");
  let gone = false;
  return {
    facets: [{ key: "thema", label: "Thema", plural: "thema's", values: VALUES }],
    async ask(query) {
      await new Promise((done) => setTimeout(done, query.endsWith("traag") ? SLOW : 0));
      gone ||= query.endsWith("weg") && !stale++;
      if (gone) throw new Error("404");
      return {
        query,
        numbers: [0],
        counts: { thema: { wonen: 1 } },
        kinds: { praktijk: 1, les: 0, inwoners: 0 },
        terms: [],
        words: query.split(" ").map((typed) => ({ typed, how: "gevonden", as: typed })),
        nearest: false,
        total: 1,
      };
    },
    cards: async () => [CARD],
    mark: (text, { query }) => [{ text, hit: false }, { text: ` (${query})`, hit: true }],
  };
}
