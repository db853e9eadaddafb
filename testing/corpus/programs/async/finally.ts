// finally passes on what came before, unless it throws.
const value = await Promise.resolve(1).finally(() => 2);
console.log(value);
await Promise.reject("no")
  .finally(() => console.log("cleanup"))
  .catch((reason) => console.log("caught", reason));
async function both() {
  try {
    return "try";
  } finally {
    await null;
    console.log("finally");
  }
}
console.log(await both());
export {};
