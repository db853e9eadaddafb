// Objects: keys that need quotes, symbols, nesting below the third level.
console.log({});
console.log({ a: 1, "b-c": 2, 3: 4, [Symbol("k")]: 5 });
console.log({ a: { b: { c: { d: 1 } } } });
console.log({ name: "cow", legs: 4, sounds: ["moo", "Moo!"], owner: { name: "Eric", farm: { size: 3 } } });
console.log(Object.create(null), Object.assign(Object.create(null), { a: 1 }));
export {};
