// Math, JSON and their kin.
console.log(Math, JSON, Reflect, Atomics, Intl.DateTimeFormat.name);
console.log(Symbol.iterator, globalThis === globalThis);
export {};
