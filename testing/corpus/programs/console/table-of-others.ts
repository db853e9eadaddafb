// What is no table is printed.
// Without worker: its console is that of Node.
console.table("text");
console.table(5);
console.table(null);
console.table(undefined);
console.table(new Date(0));
console.table([{ a: { b: { c: 1 } }, f() {}, d: [1, [2, [3]]] }]);
console.table(new Uint8Array([1, 2]));
console.table([{ wide: "日本語", s: "é" }]);
export {};
