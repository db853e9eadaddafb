// A promise that has settled shows what with.
// Without worker: the inspector takes every promise for pending.
const p = Promise.resolve("x");
await p;
console.log(p);
console.log({ p, list: [Promise.resolve(1), Promise.resolve({ a: [1, 2] })] });
console.log(Promise.resolve(), Promise.resolve(new Map([["a", 1]])));
export {};
