// What can be held weakly is not looked into.
console.log(new WeakMap(), new WeakSet([{}]), new WeakRef({ a: 1 }));
console.log(new FinalizationRegistry(() => {}));
export {};
