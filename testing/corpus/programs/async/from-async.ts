// Array.fromAsync awaits one after the other.
// Without Node: it comes with Node 22.
async function* numbers() {
  yield 1;
  yield 2;
}
console.log(await Array.fromAsync(numbers()), await Array.fromAsync([Promise.resolve("a"), "b"]));
export {};
