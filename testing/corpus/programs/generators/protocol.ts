// next, return and throw.
function* g(): Generator<string, string, string> {
  try {
    const got = yield "a";
    console.log("got", got);
    yield "b";
  } finally {
    console.log("cleanup");
  }
  return "end";
}
const it = g();
console.log(it.next("ignored"), it.next("x"), it.return("r"), it.next("y"));
const other = g();
other.next("a");
try {
  other.throw(new Error("in"));
} catch (error) {
  console.log((error as Error).message);
}
console.log(other.next("z"));
export {};
