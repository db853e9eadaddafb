// Keys that are symbols, registered, known and without a text.
console.log({ [Symbol.iterator]: 1, [Symbol.for("a b")]: 2, [Symbol()]: 3 });
console.log(Symbol("x").toString(), String(Symbol.for("y")));
export {};
