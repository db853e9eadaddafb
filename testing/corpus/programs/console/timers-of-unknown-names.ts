// Timers that are not there, and one that is there twice.
// Without worker: its console is that of Node.
console.timeEnd("nobody");
console.timeLog("nobody");
console.time("twice");
console.time("twice");
console.time();
console.time();
console.timeLog("gone");
export {};
