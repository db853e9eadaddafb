// Tries again, each time after a longer wait.
async function retry<T>(work: (attempt: number) => Promise<T>, most: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      console.log(`attempt ${attempt}:`, (error as Error).message);
      if (attempt === most) throw new Error("gave up", { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt));
    }
  }
}
console.log(
  await retry(async (attempt) => {
    if (attempt < 3) throw new Error(`too early ${attempt}`);
    return "at last";
  }, 5),
);
try {
  await retry(() => Promise.reject(new RangeError("never")), 2);
} catch (error) {
  console.log(error);
}
export {};
