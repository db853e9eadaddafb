// A lock made of promises.
class Mutex {
  #tail: Promise<void> = Promise.resolve();
  async run<T>(work: () => Promise<T>): Promise<T> {
    const { promise, resolve } = deferred();
    const before = this.#tail;
    this.#tail = promise;
    await before;
    try {
      return await work();
    } finally {
      resolve();
    }
  }
}
function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
const mutex = new Mutex();
let balance = 0;
const deposit = (amount: number) =>
  mutex.run(async () => {
    const before = balance;
    await new Promise((resolve) => setTimeout(resolve, 5));
    balance = before + amount;
    console.log("balance", balance);
  });
await Promise.all([deposit(1), deposit(10), mutex.run(() => Promise.reject(new Error("refused"))).catch((error) => console.log(error.message)), deposit(100)]);
console.log(balance);
export {};
