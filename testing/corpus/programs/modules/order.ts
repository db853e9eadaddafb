// Files run once, those that are imported first.
import "./first";
import "./second";
import "./first";
console.log("main");
// ./first.ts
console.log("first");
export {};
// ./second.ts
import "./first";
console.log("second");
