// Labels that are no text.
// Without worker: its console is that of Node.
console.count(null as never);
console.count(1 as never);
console.count({} as never);
console.time(undefined);
console.countReset(5 as never);
export {};
