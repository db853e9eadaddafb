// Symbols that change what the language does.
class Even {
  static [Symbol.hasInstance](n: number) {
    return n % 2 === 0;
  }
}
const spreadable = { length: 2, 0: "a", 1: "b", [Symbol.isConcatSpreadable]: true };
console.log((2 as never) instanceof Even, [].concat(spreadable as never), Object.prototype.toString.call({ [Symbol.toStringTag]: "T" }));
export {};
