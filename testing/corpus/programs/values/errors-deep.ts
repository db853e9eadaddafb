// Errors within maps and deep objects.
console.log({ a: { b: new Error("deep") } });
console.log(new Map([["e", new RangeError("q")]]));
export {};
