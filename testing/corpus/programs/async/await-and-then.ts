// await takes as many turns as then.
async function one() {
  console.log("one 1");
  await null;
  console.log("one 2");
  await null;
  console.log("one 3");
}
Promise.resolve().then(() => console.log("then 1")).then(() => console.log("then 2"));
const done = one();
console.log("main");
await done;
console.log("end");
export {};
