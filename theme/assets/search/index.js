// The files of the index, each fetched when it is first needed (see macros/search/files.py).

const MOST_FILES = 6; // a prefix that more files hold is too short to be looked up on a phone

export class Index {
  // base: address of the folder zoeken/, ending in a slash. Rejects where a file cannot be fetched.
  static async open(base) {
    // A register from before an update would name files that are gone.
    const register = await fetched(new URL("register.json", base), "no-cache");
    return new Index(new URL(`${register.folder}/`, base), register);
  }

  constructor(folder, register) {
    this.folder = folder;
    this.register = register;
    this.files = new Map();
  }

  file(name) {
    if (!this.files.has(name)) {
      const content = fetched(new URL(`${name}.json`, this.folder), "default");
      content.catch(() => this.files.delete(name));
      this.files.set(name, content);
    }
    return this.files.get(name);
  }

  // The postings of a stem, or undefined.
  async exactly(stem) {
    const words = await this.file(`woorden-${this.#place(stem)}`);
    return Object.hasOwn(words, stem) ? words[stem] : undefined;
  }

  // [stem, postings] of those that are longer than this and start with it; null where that is too many files.
  async starting(start) {
    const first = this.#place(start);
    const last = this.#place(`${start}\uffff`);
    if (last - first >= MOST_FILES) return null;
    const places = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const files = await Promise.all(places.map((place) => this.file(`woorden-${place}`)));
    return files.flatMap((words) => Object.entries(words))
      .filter(([stem]) => stem.length > start.length && stem.startsWith(start));
  }

  // The file in which a stem would be.
  #place(stem) {
    const { words } = this.register;
    let low = 0;
    let high = words.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (words[middle] <= stem) low = middle;
      else high = middle;
    }
    return low;
  }
}

async function fetched(address, cache) {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
