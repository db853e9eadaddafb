// dirxml prints like log.
// Without worker: its console is that of Node.
console.dirxml({ a: 1 }, "x", [2]);
console.dirxml("%s", 1);
export {};
