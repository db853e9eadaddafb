// The program freezes what it is given.
Object.freeze(console);
Object.freeze(Promise);
Object.freeze(Promise.prototype);
console.log("frozen", Promise.resolve(1) instanceof Promise);
await null;
console.log(await Promise.all([1, 2]));
export {};
