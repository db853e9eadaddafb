// Strings within values are not cut before 10,000 characters.
console.log({ text: "moo ".repeat(60) });
console.log(["x".repeat(200)]);
console.log("x".repeat(300).length);
export {};
