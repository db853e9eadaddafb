// The program replaces Promise, and then of all promises.
const Original = Promise;
const { then } = Promise.prototype;
let calls = 0;
Promise.prototype.then = function (this: Promise<unknown>, ...args: never[]) {
  calls += 1;
  return Reflect.apply(then, this, args);
} as never;
globalThis.Promise = class {} as never;
async function f() {
  await null;
  return "value";
}
console.log(await f(), calls);
globalThis.Promise = Original;
Promise.prototype.then = then;
export {};
