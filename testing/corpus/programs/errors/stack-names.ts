// The functions that a stack trace names.
function names({ stack = "" }: Error): string[] {
  const lines = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return lines.map((line) => / at (.*?) \(/.exec(line)?.[1] ?? (/at async/.test(line) ? "async" : ""));
}
console.log(names(new Error("top")));
function f() {
  return new Error("in f");
}
console.log(names(f()));
async function g() {
  await null;
  return new Error("in g");
}
console.log(names(await g()));
class A {
  made = new Error("made");
  m() {
    return new Error("m");
  }
  static s() {
    return new Error("s");
  }
}
console.log(names(new A().m()), names(A.s()));
const arrow = () => new Error("arrow");
console.log(names(arrow()), [1].map(() => names(new Error("map")))[0]);
function* gen() {
  yield new Error("gen");
}
console.log(names(gen().next().value as Error));
{
  function inBlock() {
    return new Error("block");
  }
  console.log(names(inBlock()));
}
const [inGroup] = await Promise.all([g()]).then((all) => all);
console.log(names(inGroup));
export {};
