// How well records match a query: the sum of what its words say, rare words saying more (as in BM25).

// hits: of each word of the query; records: how many there are.
// Returns {score, share, words}: by record, how well it matches, which part of the query's weight it has, and of
// how many words that is.
export function weigh(hits, records) {
  const score = new Float32Array(records);
  const share = new Float32Array(records);
  const words = new Uint8Array(records);
  const weights = hits.map(({ count }) => Math.log(1 + (records - count + 0.5) / (count + 0.5)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  hits.forEach(({ best }, at) => {
    for (let number = 0; number < records; number += 1) {
      if (best[number]) {
        score[number] += weights[at] * best[number];
        share[number] += weights[at] / whole;
        words[number] += 1;
      }
    }
  });
  return { score, share, words };
}

// Numbers by their values, the highest first; where those are the same, in their own order.
export function ordered(numbers, values) {
  return numbers.slice().sort((one, other) => values[other] - values[one] || one - other);
}
