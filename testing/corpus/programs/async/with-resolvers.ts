// Promise.withResolvers, where it is.
// Without Node: it comes with Node 22.
const { promise, resolve } = Promise.withResolvers<string>();
setTimeout(resolve, 5, "resolved from outside");
console.log(await promise);
export {};
