// What import() gives.
const module = await import("./answer");
console.log(Object.keys(module), module.default, module[Symbol.toStringTag]);
// ./answer.ts
export default "default";
export const answer = 42;
