// A stack of resources.
// Without Node: it comes with Node 24.
const stack = new DisposableStack();
stack.defer(() => console.log("deferred"));
stack.use({ [Symbol.dispose]: () => console.log("used") });
stack.adopt("value", (value) => console.log("adopted", value));
stack.dispose();
console.log(stack.disposed);
export {};
