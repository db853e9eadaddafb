// A resource for each turn of a loop.
// Without Node: the words come with Node 24.
const resource = (n: number) => ({ n, [Symbol.dispose]: () => console.log("close", n) });
for (using r of [resource(1), resource(2)]) console.log("use", r.n);
for (const n of [3, 4]) {
  using r = resource(n);
  if (r.n === 3) continue;
  break;
}
export {};
