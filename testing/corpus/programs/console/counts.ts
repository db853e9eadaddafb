// Counting by label.
// Without worker: its console is that of Node.
console.count();
console.count();
console.count("cow");
console.countReset();
console.count();
console.countReset("nobody");
console.count(undefined);
console.count("default");
export {};
