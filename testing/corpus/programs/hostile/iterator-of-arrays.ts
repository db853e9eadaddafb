// Without worker: its console iterates, too.
// The program replaces the iterator of arrays.
const { [Symbol.iterator]: original } = Array.prototype;
let calls = 0;
Array.prototype[Symbol.iterator] = function (this: unknown[]) {
  calls += 1;
  return original.call(this) as never;
};
async function f(n: number) {
  await null;
  return n;
}
console.log(await f(1));
for (const x of [1]) console.log(x);
console.log(calls);
Array.prototype[Symbol.iterator] = original;
export {};
