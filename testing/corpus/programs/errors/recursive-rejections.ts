// Calls that all fail are one error where each waits for the other.
async function fail(n: number): Promise<void> {
  if (n === 0) throw new Error("bottom");
  await fail(n - 1);
}
await fail(5);
export {};
