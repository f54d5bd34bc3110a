// What is the same for every engine: the page asks, and says how long each answer took.

let find;

/** Makes the engine ready; afterwards `find` can be asked. */
window.start = async () => {
  window.started = performance.now();
  const { open } = await import("./adapter.js");
  find = await open();
};

/** Addresses from the site's root, best first: of the list, and of what an engine shows above it. */
window.find = (query) => find(query);

/** Milliseconds from each keystroke to its answer, typing queries letter by letter until the seconds are over. */
window.type = async (queries, seconds) => {
  const waits = [];
  const end = performance.now() + seconds * 1000;
  for (const query of queries) {
    for (let letters = 1; letters <= query.length; letters += 1) {
      const before = performance.now();
      if (before > end) return waits;
      await find(query.slice(0, letters));
      waits.push(performance.now() - before);
    }
  }
  return waits;
};
