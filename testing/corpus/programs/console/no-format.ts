// Without text first there are no placeholders.
console.log(1, "%s", 2);
console.log({ a: 1 }, "%d", "x");
console.log("a", "b", ["c"], "d");
export {};
