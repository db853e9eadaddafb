// A file that is imported while the program runs.
console.log("main");
const { answer } = await import("./answer");
console.log(answer);
console.log((await import("./answer")).answer);
// ./answer.ts
console.log("loading");
export const answer = 42;
