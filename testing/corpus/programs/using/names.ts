// A function in using has the name of the variable.
// Without Node: the words come with Node 24.
Object.assign(Function.prototype, { [Symbol.dispose]() {} });
using f = () => {};
console.log((f as () => void).name);
export {};
