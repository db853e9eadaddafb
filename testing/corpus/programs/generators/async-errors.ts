// Errors in async generators and in what for await is given.
async function* g() {
  yield 1;
  throw new Error("inside");
}
try {
  for await (const n of g()) console.log(n);
} catch (error) {
  console.log("caught", (error as Error).message);
}
try {
  for await (const x of [Promise.reject(new Error("rejected"))]) console.log(x);
} catch (error) {
  console.log("caught", (error as Error).message);
}
try {
  for (const x of 5 as never) console.log(x);
} catch (error) {
  console.log((error as Error).name);
}
export {};
