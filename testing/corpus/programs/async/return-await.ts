// Returning a promise takes three turns, returning its value one.
async function plain() {
  return "plain";
}
async function promise() {
  return Promise.resolve("promise");
}
async function awaited() {
  return await Promise.resolve("awaited");
}
promise().then(console.log);
awaited().then(console.log);
plain().then(console.log);
Promise.resolve().then(() => console.log("t1")).then(() => console.log("t2")).then(() => console.log("t3")).then(() => console.log("t4"));
export {};
