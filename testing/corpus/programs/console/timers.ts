// What a timer tells, and the values after it.
// Without worker: its console is that of Node.
console.time("t");
console.timeLog("t", "a text", { a: 1 }, 5);
console.timeEnd("t");
console.timeEnd("t");
console.time();
console.timeEnd();
export {};
