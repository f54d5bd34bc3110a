// Narrows the list on /zoeken/ to the practices that hold every word of the query, best hits first.
// The query lives in the URL (?q=…), so that a search can be mailed and Back works.

const list = document.getElementById("resultaten");
const input = document.getElementById("zoek");
const status = document.getElementById("stand");
const nothing = document.getElementById("niets");

const SILENT = new Set("aan als bij dat de die dit een en er het iets ik in is kan met naar of om op te van voor wat we wie zijn".split(" "));
const PAUSE = 500; // milliseconds without typing before a screen reader is told

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const entries = [...list.children].map((item) => ({
  item,
  shown: fold(item.textContent),
  text: fold(`${item.textContent} ${item.dataset.words}`),
}));
let announcing;

function wordsOf(query) {
  const words = fold(query).split(/[^\p{L}\p{N}#]+/u).filter(Boolean);
  const telling = words.filter((word) => !SILENT.has(word));
  return telling.length ? telling : words;
}

function show(query, pause) {
  const words = wordsOf(query);
  const rank = ({ shown }) => words.filter((word) => shown.includes(word)).length;
  let found = 0;
  for (const { item, text } of entries) {
    item.hidden = !words.every((word) => text.includes(word));
    if (!item.hidden) found += 1;
  }
  const ordered = [...entries].sort((one, other) => rank(other) - rank(one));
  list.append(...ordered.map(({ item }) => item));
  nothing.hidden = found > 0;
  const count = `${found} ${found === 1 ? "praktijk" : "praktijken"}`;
  const order = "Eerst wat de woorden in titel of samenvatting heeft, dan op titel.";
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    status.textContent = words.length ? `${count} met: ${query}. ${order}` : `${count}, op titel.`;
  }, pause);
}

function read() {
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  show(input.value, 0);
}

input.addEventListener("input", () => {
  const url = new URL(location.href);
  if (input.value) url.searchParams.set("q", input.value);
  else url.searchParams.delete("q");
  history.replaceState(null, "", url);
  show(input.value, PAUSE);
});
addEventListener("popstate", read);
read();
