// One after the other, and together.
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
async function job(name: string, ms: number) {
  console.log("begin", name);
  await sleep(ms);
  console.log("end", name);
}
await job("a", 20);
await job("b", 10);
await Promise.all([job("c", 20), job("d", 10)]);
export {};
