// Without Node: its import.meta has more, and it can load packages.
// Addresses by import.meta.
console.log(Object.keys(import.meta).sort(), Object.getPrototypeOf(import.meta), typeof import.meta.resolve);
console.log(import.meta.resolve("./x.js").replace(/^.*\//, ""), import.meta.resolve("http://farm.example/cow"));
try {
  import.meta.resolve("left-pad");
} catch (error) {
  console.log((error as Error).name);
}
export {};
