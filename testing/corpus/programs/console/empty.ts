// Nothing, undefined, and empty text.
console.log(undefined);
console.log(null);
console.log("");
console.log("", "");
console.group("");
console.log("in");
console.groupEnd();
console.log(" ");
export {};
