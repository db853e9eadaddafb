// Iterators of maps and sets as tables.
// Without worker: its console is that of Node.
console.table(new Set([1, 2]).values());
console.table(new Map([["a", 1]]).entries());
console.table(new Map([["a", 1]]).keys());
export {};
