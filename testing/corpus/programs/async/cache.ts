// Without worker: it does not show the states of promises.
// Calls that share one promise, and a failure that is forgotten.
const cache = new Map<string, Promise<string>>();
let asked = 0;
async function load(name: string): Promise<string> {
  asked += 1;
  await null;
  if (name === "fox") throw new Error("What does it say?");
  return name.toUpperCase();
}
function cached(name: string): Promise<string> {
  const known = cache.get(name);
  if (known) return known;
  const loading = load(name).catch((error) => {
    cache.delete(name);
    throw error;
  });
  cache.set(name, loading);
  return loading;
}
console.log(await Promise.all([cached("cow"), cached("cow"), cached("pig")]), asked, cached("cow") === cached("cow"));
for (let i = 0; i < 2; i++) await cached("fox").catch(({ message }) => console.log(message));
console.log(asked, [...cache.keys()], cache);
export {};
