// A rejected promise shows its reason, and is handled by the program all the same.
// Without worker: the inspector takes every promise for pending.
const bad = Promise.reject("no reason");
bad.catch((reason) => console.log("handled", reason));
console.log(bad);
await null;
const failed = (async () => {
  throw { code: 7 };
})();
console.log([failed]);
await failed.catch(() => {});
export {};
