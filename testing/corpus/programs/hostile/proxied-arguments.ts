// Proxies as arguments and results are not asked.
const asked: PropertyKey[] = [];
const spy = <T extends object>(target: T): T =>
  new Proxy(target, {
    get(inner, key, receiver) {
      asked.push(key);
      return Reflect.get(inner, key, receiver);
    },
  });
async function f(_: object) {
  return 1;
}
function g() {
  return spy([1, 2]);
}
await f(spy([1]));
g();
console.log(asked);
export {};
