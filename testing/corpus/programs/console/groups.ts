// Groups indent what is within.
console.group("farm");
console.log("cow\npig");
console.group();
console.warn("deeper");
console.groupEnd();
console.groupCollapsed("folded", { a: 1 });
console.log({ a: 1, b: "x".repeat(80) });
console.groupEnd();
console.groupEnd();
console.groupEnd();
console.log("end");
export {};
