// Which practices have which terms, and how many are left for each.

import { numbers } from "./postings.js";

export class Facets {
  // content: the file of facets; practices: how many there are, numbered from 0.
  constructor(content, practices) {
    this.practices = practices;
    this.all = content.map(({ key, label, plural, values }) => ({
      key, label, plural, values: values.map(({ id, label: name, at }) => ({ id, label: name, having: numbers(at) })),
    }));
  }

  // found: whether the query finds a practice, by number; chosen: {key: [ids]}, of which unknown ids do nothing.
  // Returns {left, counts}: a practice is left that has, of each facet in which something is chosen, one of the
  // chosen terms. A term counts the practices that would be left if only its own facet were not chosen in.
  narrow(found, chosen) {
    const lacking = new Uint8Array(this.practices); // facets in which it has none of the chosen terms
    const lacked = new Int8Array(this.practices).fill(-1); // one of them
    this.all.forEach(({ key, values }, at) => {
      const wanted = values.filter(({ id }) => chosen[key]?.includes(id));
      if (!wanted.length) return;
      const has = new Uint8Array(this.practices);
      for (const { having } of wanted) for (const number of having) has[number] = 1;
      for (let number = 0; number < this.practices; number += 1) {
        if (!has[number]) {
          lacking[number] += 1;
          lacked[number] = at;
        }
      }
    });
    const counts = Object.fromEntries(this.all.map(({ key, values }, at) => [key, Object.fromEntries(
      values.map(({ id, having }) => {
        let count = 0;
        for (const number of having) {
          if (found(number) && (!lacking[number] || (lacking[number] === 1 && lacked[number] === at))) count += 1;
        }
        return [id, count];
      }),
    )]));
    return { left: (number) => found(number) && !lacking[number], counts };
  }
}
