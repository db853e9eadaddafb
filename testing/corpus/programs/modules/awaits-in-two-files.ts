// Two files await at their tops at the same time.
import { a } from "./a";
import { b } from "./b";
console.log("main", a, b, await Promise.all([1, Promise.resolve(2)]));
for await (const x of [Promise.resolve(3)]) console.log(x);
// ./a.ts
console.log("a begins");
await new Promise((resolve) => setTimeout(resolve, 400));
console.log("a ends");
export const a = 1;
// ./b.ts
console.log("b begins");
await new Promise((resolve) => setTimeout(resolve, 10));
console.log("b ends");
export const b = 2;
