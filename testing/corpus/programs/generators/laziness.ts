// Nothing runs before the first next.
function* g() {
  console.log("begin");
  yield 1;
}
const it = g();
console.log("made");
it.next();
console.log("end");
export {};
