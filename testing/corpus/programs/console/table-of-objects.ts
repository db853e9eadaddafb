// A table of objects.
// Without worker: its console is that of Node.
console.table([{ name: "cow", legs: 4 }, { name: "hen", legs: 2, wings: true }]);
console.table({ a: { x: 1 }, b: { y: 2 } });
console.table([]);
console.table({});
export {};
