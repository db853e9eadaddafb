// A stack begins with the error, and tells functions by their names.
function inner() {
  return new Error("here");
}
const stack = inner().stack ?? "";
console.log(stack.split("\n")[0], /at inner/.test(stack), Error.captureStackTrace !== undefined);
export {};
