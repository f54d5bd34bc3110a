// Narrows the list on /zoeken/ to the practices that hold every word of the query.
// The query lives in the URL (?q=…), so that a search can be mailed and Back works.

const list = document.getElementById("resultaten");
const input = document.getElementById("zoek");
const status = document.getElementById("stand");
const nothing = document.getElementById("niets");

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const entries = [...list.children].map((item) => ({
  item,
  text: fold(`${item.textContent} ${item.dataset.words}`),
}));

function show(query) {
  const words = fold(query).split(/[^\p{L}\p{N}#]+/u).filter(Boolean);
  let found = 0;
  for (const { item, text } of entries) {
    item.hidden = !words.every((word) => text.includes(word));
    if (!item.hidden) found += 1;
  }
  const count = `${found} ${found === 1 ? "praktijk" : "praktijken"}`;
  status.textContent = words.length ? `${count} met: ${query}. Op titel.` : `${count}, op titel.`;
  nothing.hidden = found > 0;
}

function read() {
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  show(input.value);
}

input.addEventListener("input", () => {
  const url = new URL(location.href);
  if (input.value) url.searchParams.set("q", input.value);
  else url.searchParams.delete("q");
  history.replaceState(null, "", url);
  show(input.value);
});
addEventListener("popstate", read);
read();
