// The top level waits like a function.
console.log("before");
const value = await new Promise((resolve) => setTimeout(resolve, 5, "value"));
console.log(value);
if (value) await null;
console.log("after");
export {};
