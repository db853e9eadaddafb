// Two files that import each other.
import { isEven } from "./even";
console.log(isEven(10), isEven(7));
// ./even.ts
import { isOdd } from "./odd";
export function isEven(n: number): boolean {
  return n === 0 || isOdd(n - 1);
}
// ./odd.ts
import { isEven } from "./even";
export function isOdd(n: number): boolean {
  return n !== 0 && isEven(n - 1);
}
