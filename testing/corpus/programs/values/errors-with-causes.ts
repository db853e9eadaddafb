// The cause of an error stands in braces after it.
console.log(new Error("outer", { cause: new Error("inner") }));
console.log(new Error("why", { cause: "a reason" }));
console.log(new Error("what", { cause: { code: 1 } }));
export {};
