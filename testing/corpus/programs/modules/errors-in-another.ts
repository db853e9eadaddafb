// An error in a file that is imported ends the program before it begins.
import "./broken";
console.log("never");
// ./broken.ts
console.log("broken begins");
throw new Error("broken");
export {};
