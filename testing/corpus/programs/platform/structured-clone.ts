// Copies of values.
const original = { date: new Date(0), map: new Map([["a", { b: 1 }]]), list: [1, , 3], self: null as unknown };
original.self = original;
const copy = structuredClone(original);
console.log(copy, copy.self === copy, copy.map !== original.map);
export {};
