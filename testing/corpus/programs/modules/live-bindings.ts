// An import shows the present value, and cannot be assigned.
import { value, set } from "./live";
console.log(value);
set("changed");
console.log(value);
setTimeout(() => {
  set("later");
  console.log(value);
}, 5);
// ./live.ts
export let value = "first";
export function set(next: string) {
  value = next;
}
