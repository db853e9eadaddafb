// A table within a group.
// Without worker: its console is that of Node.
console.group("g");
console.table([{ a: 1 }]);
console.groupEnd();
export {};
