// The program may replace a method.
const original = console.log;
console.log = (...values) => original("[mine]", ...values);
console.log("a", 1);
console.log = original;
console.log("b");
export {};
