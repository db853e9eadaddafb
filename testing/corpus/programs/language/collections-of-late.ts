// Without Node: version 20 lacks them.
// Groups, methods of sets, iterator helpers and the rest of the latest editions.
console.log(Object.groupBy([1, 2, 3], (x) => (x % 2 ? "odd" : "even")), Map.groupBy([1, 2], (x) => x % 2));
const [a, b] = [new Set([1, 2, 3]), new Set([3, 4])];
console.log(a.union(b), a.intersection(b), a.difference(b), a.symmetricDifference(b), a.isSubsetOf(b), a.isDisjointFrom(new Set([9])));
function* naturals() {
  let n = 0;
  while (true) yield n++;
}
console.log(naturals().filter((n) => n % 2).map((n) => n * n).drop(1).take(3).toArray(), naturals().take(3));
console.log(Iterator.from([1, 2]).reduce((x, y) => x + y), naturals().some((n) => n > 3), naturals().take(2).every((n) => n < 3), naturals().find((n) => n > 5));
naturals().take(2).forEach((n, i) => console.log("each", n, i));
console.log(await Array.fromAsync(naturals().take(2), async (n) => n + 1), "x".isWellFormed(), /(?<y>\d{4})/d.exec("in 2020")?.indices?.groups);
export {};
