// An AggregateError lists its errors.
console.log(new AggregateError([new Error("one"), new TypeError("two")], "both"));
export {};
