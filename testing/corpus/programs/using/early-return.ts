// A return leaves the block after its resources.
// Without Node: the words come with Node 24.
function work() {
  using _ = { [Symbol.dispose]: () => console.log("closed") };
  return (console.log("returning"), "value");
}
console.log(work());
function* gen() {
  using _ = { [Symbol.dispose]: () => console.log("generator closed") };
  yield 1;
  yield 2;
}
for (const n of gen()) {
  console.log(n);
  break;
}
export {};
