// The draft in this browser: kept from when the visitor asks for it, and gone when they say so.

export class Concept {
  /** `name` tells drafts of different practices apart. */
  constructor(name) {
    this.name = name;
  }

  /** Keep `typed`; false where the browser keeps nothing. */
  keep(typed) {
    try {
      localStorage.setItem(this.name, JSON.stringify({ ...typed, kept: Date.now() }));
      return true;
    } catch {
      return false;
    }
  }

  /** What was kept, or null. */
  read() {
    try {
      return JSON.parse(localStorage.getItem(this.name));
    } catch {
      return null; // no storage, or not our text
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.name);
    } catch {
      // no storage, so nothing to forget
    }
  }

  /** Call `told` when another window keeps the same draft: the last one that types wins. */
  whenElsewhere(told) {
    addEventListener("storage", ({ key, newValue }) => {
      if (key === this.name && newValue) told();
    });
  }
}
