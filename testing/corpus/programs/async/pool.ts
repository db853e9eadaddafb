// A pool that runs so many jobs at a time.
async function pool<T>(jobs: (() => Promise<T>)[], most: number): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const work = async () => {
    while (next < jobs.length) {
      const at = next++;
      const job = jobs[at];
      if (job) results[at] = await job();
    }
  };
  await Promise.all(Array.from({ length: most }, work));
  return results;
}
let running = 0;
let peak = 0;
const job = (name: string, ms: number) => async () => {
  peak = Math.max(peak, ++running);
  await new Promise((resolve) => setTimeout(resolve, ms));
  running--;
  console.log("done", name);
  return name.toUpperCase();
};
console.log(await pool([job("a", 300), job("b", 100), job("c", 100), job("d", 200)], 2), peak);
export {};
