// for await over promises, and over an async generator that is left.
for await (const value of [Promise.resolve("a"), "b"]) console.log(value);
async function* g() {
  try {
    yield 1;
    yield 2;
  } finally {
    await null;
    console.log("closed");
  }
}
for await (const n of g()) {
  console.log(n);
  break;
}
console.log("after");
export {};
