// Dates, patterns and boxed values.
console.log(new Date(0), new Date(NaN), [new Date(1e12)]);
console.log(/a+/gi, [/b/], new RegExp("/"));
console.log(Object(1), Object("s"), Object(true), Object(1n), Object(Symbol("q")));
console.log(Object.assign(new Date(0), { note: "x" }), Object.assign(/x/, { note: "x" }));
export {};
