// Code that is made while the program runs.
const inner = "inner";
console.log(eval("inner + 1"), (0, eval)("typeof inner"), new Function("a", "return a * 2")(4));
const make = (async () => {}).constructor as FunctionConstructor;
console.log(await make("return await 5")());
export {};
