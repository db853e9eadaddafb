// A promise cannot wait for itself.
let resolve: (value: unknown) => void = () => {};
const p = new Promise((done) => (resolve = done));
resolve(p);
await p.catch((error) => console.log(error.name, error.message));
export {};
