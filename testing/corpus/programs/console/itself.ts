// Without worker: its console is the test's own.
// The console object and its methods.
console.log(Object.prototype.toString.call(console), String(console), console.log.name, console.group.name, console.groupCollapsed.name, console.table.name);
const { log } = console;
log("alone");
["a", "b"].forEach(console.log);
export {};
