// Async recursion that has an end.
async function sum(n: number): Promise<number> {
  return n === 0 ? 0 : n + (await sum(n - 1));
}
console.log(await sum(500));
export {};
