// How well records match a query: the sum of what its words say, rare words saying more (as in BM25).

// hits: of each word of the query; records: how many there are.
// Returns {score, share}: by record, how well it matches, and which part of the query's weight it has.
export function weigh(hits, records) {
  const score = new Float32Array(records);
  const share = new Float32Array(records);
  const weights = hits.map(({ count }) => Math.log(1 + (records - count + 0.5) / (count + 0.5)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  hits.forEach(({ best }, at) => {
    for (let number = 0; number < records; number += 1) {
      if (best[number]) {
        score[number] += weights[at] * best[number];
        share[number] += weights[at] / whole;
      }
    }
  });
  return { score, share };
}

// Numbers by a value, the highest first; where it is the same, in their own order.
export function ordered(numbers, value) {
  return numbers.map((number) => [number, value(number)])
    .sort(([one, its], [other, others]) => others - its || one - other)
    .map(([number]) => number);
}
