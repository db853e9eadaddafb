// A stack that is full can be caught.
function f(): number {
  return f() + 1;
}
try {
  f();
} catch (error) {
  console.log((error as Error).name, (error as Error).message);
}
console.log("after");
export {};
