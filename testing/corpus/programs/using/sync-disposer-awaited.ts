// await using takes a plain disposer, too.
// Without Node: the words come with Node 24.
{
  await using _ = { [Symbol.dispose]: () => console.log("plain") };
  console.log("use");
}
{
  await using _ = { [Symbol.asyncDispose]: null, [Symbol.dispose]: () => console.log("fallback") } as never;
}
console.log("after");
export {};
