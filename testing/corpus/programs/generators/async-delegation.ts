// yield* in an async generator.
async function* inner() {
  yield "a";
  await null;
  yield "b";
  return "r";
}
async function* outer() {
  const r = yield* inner();
  yield r;
  yield* [Promise.resolve("c") as never];
}
for await (const x of outer()) console.log(x);
export {};
