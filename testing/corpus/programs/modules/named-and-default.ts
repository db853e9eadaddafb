// Names and a default from another file.
import describe, { count, increment } from "./counter";
console.log(count, describe());
increment();
console.log(count, describe());
// ./counter.ts
export let count = 0;
export function increment() {
  count += 1;
}
export default function describe() {
  return `count is ${count}`;
}
