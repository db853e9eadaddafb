// The program adds to Object.prototype.
Object.defineProperty(Object.prototype, "value", { value: "polluted", configurable: true, writable: true });
Object.defineProperty(Object.prototype, "get", { value: undefined, configurable: true, writable: true });
async function f() {
  await null;
  return { a: 1 };
}
console.log(await f());
setTimeout(() => console.log("timer"), 5);
export {};
