// Who imports a file that awaits waits for it; brothers run side by side.
import { slow } from "./slow";
import { fast } from "./fast";
console.log(slow, fast);
// ./slow.ts
console.log("slow begins");
await new Promise((resolve) => setTimeout(resolve, 20));
console.log("slow ends");
export const slow = "slow";
// ./fast.ts
console.log("fast begins");
await null;
console.log("fast ends");
export const fast = "fast";
