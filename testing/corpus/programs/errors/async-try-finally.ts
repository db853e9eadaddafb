// The order of finally blocks of coroutines that fail.
async function job(name: string) {
  try {
    await null;
    throw new Error(name);
  } finally {
    console.log("finally", name);
  }
}
const results = await Promise.allSettled([job("a"), job("b")]);
console.log(results.map((r) => r.status === "rejected" && r.reason.message));
export {};
