// A limit on how long something may take, and what goes on after it.
function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${ms}`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
const slow = async (ms: number) => {
  await new Promise((resolve) => setTimeout(resolve, ms));
  console.log("slow is done", ms);
  return ms;
};
console.log(await within(100, slow(10)));
try {
  await within(10, slow(60));
} catch (error) {
  console.log((error as Error).message);
}
console.log("end of the top");
export {};
