// Callbacks as promises, and back.
type Callback = (error: Error | null, value?: number) => void;
function half(n: number, callback: Callback) {
  setTimeout(() => (n % 2 ? callback(new RangeError(`${n} is odd`)) : callback(null, n / 2)));
}
const promisify =
  (f: (n: number, callback: Callback) => void) =>
  (n: number): Promise<number | undefined> =>
    new Promise((resolve, reject) => f(n, (error, value) => (error ? reject(error) : resolve(value))));
const halfLater = promisify(half);
console.log(await halfLater(8), await halfLater(7).catch(String));
console.log((await Promise.allSettled([8, 6, 5].map(halfLater))).map(({ status }) => status));
halfLater(3).then(console.log, ({ message }) => console.log("rejected:", message));
half(4, (error, value) => console.log(error, value));
export {};
