// dir with and without options.
// Without worker: its console is that of Node.
console.dir({ a: { b: { c: { d: { e: 1 } } } } });
console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 });
console.dir({ a: { b: { c: { d: { e: 1 } } } } }, { depth: null });
console.dir("text");
console.dir([1, 2], { showHidden: true });
console.dir({ a: 1 }, { compact: false });
export {};
