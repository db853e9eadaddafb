// A table of plain values, mixed with objects.
// Without worker: its console is that of Node.
console.table(["cow", "pig"]);
console.table([1, { a: 2 }, [3, 4]]);
console.table({ one: 1, two: "2" });
console.table([[1, 2], [3, 4]]);
console.table([undefined, null, Symbol("s"), () => 1]);
export {};
