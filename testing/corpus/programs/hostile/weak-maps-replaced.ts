// The program replaces methods of maps and of Reflect, and reads a body. Node reads bodies with these methods.
// Without Node: its bodies are made of JavaScript, and break with the methods that they use.
const refuse = (): never => {
  throw new Error("My own method was called.");
};
const own = { value: refuse, configurable: true, writable: true };
const { defineProperty } = Object;
for (const prototype of [Map.prototype, WeakMap.prototype, WeakSet.prototype])
  for (const name of ["get", "set", "has", "add"]) if (name in prototype) defineProperty(prototype, name, own);
defineProperty(Reflect, "apply", own);

console.log(await new Response("Moo!").text());
console.log(JSON.stringify(await new Response("[1]").json()));
setTimeout(() => console.log("later"), 10);
export {};
