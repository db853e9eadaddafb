// Chosen columns.
// Without worker: its console is that of Node.
const farm = [{ name: "cow", legs: 4, says: "Moo!" }, { name: "hen", legs: 2, says: "Cluck!" }];
console.table(farm, ["name"]);
console.table(farm, ["says", "name"]);
console.table(farm, ["nothing"]);
console.table([1, 2], ["a"]);
export {};
