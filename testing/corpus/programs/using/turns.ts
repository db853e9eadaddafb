// How many turns await using takes.
// Without Node: the words come with Node 24.
async function work() {
  await using _ = { async [Symbol.asyncDispose]() {} };
}
let ticks = Promise.resolve();
for (let i = 1; i <= 6; i += 1) ticks = ticks.then(() => console.log("turn", i));
work().then(() => console.log("done"));
export {};
