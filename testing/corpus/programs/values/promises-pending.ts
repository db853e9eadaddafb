// A promise that has not settled yet, and one that settles a moment later.
// Without worker: the inspector takes every promise for pending.
console.log(new Promise(() => {}));
const { promise, resolve } = (() => {
  let resolve: (value: string) => void = () => {};
  return { promise: new Promise<string>((done) => (resolve = done)), resolve: (v: string) => resolve(v) };
})();
console.log(promise);
resolve("done");
console.log(promise);
const late = (async () => {
  await null;
  return "late";
})();
console.log("late", late);
await late;
console.log("late", late);
export {};
