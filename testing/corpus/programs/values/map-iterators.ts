// Iterators of maps and sets show what is left in them.
// Without worker: the inspector cannot look into them.
const map = new Map([["a", 1], ["b", 2]]);
console.log(map.entries());
console.log(map.keys(), new Set([1]).values());
export {};
