// Helpers of iterators.
// Without Node: they come with Node 22.
function* g() {
  yield 1;
  yield 2;
  yield 3;
  yield 4;
}
console.log(g().filter((n) => n % 2 === 0).map((n) => n * 10).toArray(), [...g().take(2)], g().drop(3).next());
export {};
