// The promise of an async function, before and after, by name and with properties.
// Without worker: the inspector takes every promise for pending.
class Deferred<T> extends Promise<T> {}
async function speak() {
  return "Moo!";
}
const said = speak();
console.log(said, Object.assign(Promise.resolve(1), { label: "one" }));
console.log(Deferred.resolve(2));
await said;
console.log([said]);
export {};
