// Without Node: it words the messages in another way.
// What happens to who changes a namespace.
import * as other from "./other";
const changes: (() => unknown)[] = [
  () => ((other as any).legs = 5),
  () => ((other as any).wings = 2),
  () => delete (other as any).legs,
  () => Object.defineProperty(other, "legs", { value: 1 }),
  () => Object.assign(other, { legs: 1 }),
  () => Reflect.set(other, "legs", 5),
  () => Reflect.defineProperty(other, "legs", { value: 5 }),
  () => Reflect.defineProperty(other, "legs", { value: other.legs }),
  () => Reflect.deleteProperty(other, "legs"),
  () => Object.isFrozen(other) || Object.isSealed(other),
];
for (const change of changes) {
  try {
    console.log(change());
  } catch (error) {
    console.log(String(error));
  }
}
console.log(other.legs, Reflect.set({}, "a", 1), Reflect.set.length);
// ./other.ts
export let legs = 4;
