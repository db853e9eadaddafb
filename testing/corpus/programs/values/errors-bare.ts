// An error alone is its stack.
console.log(new Error("a"));
console.log(new TypeError(""));
console.log([new Error("in a list")]);
export {};
