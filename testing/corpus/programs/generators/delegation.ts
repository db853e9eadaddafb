// yield* passes values, errors and the end.
function* inner() {
  try {
    const x: string = yield "i1";
    console.log("inner got", x);
    yield "i2";
    return "result";
  } catch (error) {
    console.log("inner caught", error);
    return "recovered";
  }
}
function* outer(): Generator<string, void, string> {
  console.log("outer got", yield* inner());
}
const a = outer();
console.log(a.next(""), a.next("x"), a.next(""), a.next(""));
const b = outer();
b.next("");
console.log(b.throw("boom"));
export {};
