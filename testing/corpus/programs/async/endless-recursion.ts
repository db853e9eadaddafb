// Recursion without an end is a RangeError that can be caught.
// Without Node: its stack is another one.
async function f(): Promise<void> {
  await f();
}
try {
  await f();
} catch (error) {
  console.log("caught", (error as Error).name);
}
console.log("after");
export {};
