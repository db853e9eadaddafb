// A promise of an object that holds the promise.
// Without worker: the inspector takes every promise for pending.
const box: { p?: Promise<unknown>; n: number } = { n: 1 };
box.p = Promise.resolve(box);
await box.p;
console.log(box);
console.log(box.p);
export {};
