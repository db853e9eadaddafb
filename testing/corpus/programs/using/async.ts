// await using waits for the disposer.
// Without Node: the words come with Node 24.
const resource = (name: string) => ({
  async [Symbol.asyncDispose]() {
    await null;
    console.log("closed", name);
  },
});
async function work() {
  await using a = resource("a");
  await using b = resource("b");
  console.log("work", typeof a, typeof b);
  return "result";
}
console.log(await work());
export {};
