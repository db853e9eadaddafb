// In a cycle a name may be used too early.
import { a } from "./a";
console.log(a);
// ./a.ts
import { b } from "./b";
export const a = `a and ${b}`;
// ./b.ts
import { a } from "./a";
let seen: string;
try {
  seen = a;
} catch (error) {
  seen = `${error}`;
}
export const b = `b saw ${seen}`;
