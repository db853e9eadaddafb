// Errors without a stack, with a multiline message, and frozen.
const bare = new Error("no stack");
bare.stack = undefined;
console.log(bare);
console.log(new Error("two\nlines"));
console.log(Object.freeze(new Error("frozen")));
export {};
