// What does not hold is told, formatted.
// Without worker: its console is that of Node.
console.assert(true, "not told");
console.assert(false);
console.assert(false, "%s is not %d", "one", 2);
console.assert(0, "because", { a: 1 });
console.assert(null, { a: 1 }, "x");
console.assert(undefined);
export {};
