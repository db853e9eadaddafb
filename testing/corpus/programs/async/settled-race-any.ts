// The other ways to wait for several.
const later = (name: string, ms: number, fails = false) =>
  new Promise<string>((resolve, reject) => setTimeout(() => (fails ? reject(name) : resolve(name)), ms));
console.log(await Promise.allSettled([later("a", 5), later("b", 10, true)]));
console.log(await Promise.race([later("slow", 30), later("fast", 10)]));
console.log(await Promise.any([later("no", 5, true), later("yes", 10)]));
try {
  await Promise.any([later("x", 5, true), later("y", 10, true)]);
} catch (error) {
  console.log((error as AggregateError).constructor.name, (error as AggregateError).errors);
}
export {};
