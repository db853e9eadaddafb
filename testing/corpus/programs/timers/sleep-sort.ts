// Sorting by sleeping.
const sorted: number[] = [];
await Promise.all([30, 10, 20].map((n) => new Promise<void>((done) => setTimeout(() => (sorted.push(n), done()), n))));
console.log(sorted);
export {};
