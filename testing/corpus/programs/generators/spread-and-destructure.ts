// What takes an iterable.
function* g() {
  yield 1;
  yield 2;
  yield 3;
}
console.log([...g()], Math.max(...g()), Array.from(g(), (n) => n * 2), new Set(g()), Object.fromEntries([["a", g().next().value]]));
const [a, ...rest] = g();
console.log(a, rest);
export {};
