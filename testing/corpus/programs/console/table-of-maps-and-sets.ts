// Maps and sets as tables.
// Without worker: its console is that of Node.
console.table(new Map([["cow", "Moo!"], ["pig", "Oink!"]]));
console.table(new Set(["a", { b: 1 }]));
console.table(new Map([["cow", { legs: 4 }]]));
console.table(new Map());
export {};
