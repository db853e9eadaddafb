// Work that stops when it is told to.
async function work(signal: AbortSignal) {
  const done: number[] = [];
  try {
    for (let step = 1; ; step++) {
      signal.throwIfAborted();
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(resolve, 20);
        signal.addEventListener("abort", () => {
          clearTimeout(timer);
          reject(signal.reason);
        }, { once: true });
      });
      done.push(step);
    }
  } finally {
    console.log("cleaned up", done.length > 0);
  }
}
const controller = new AbortController();
setTimeout(() => controller.abort(new Error("enough")), 70);
await work(controller.signal).catch((error) => console.log(error.message));
await work(AbortSignal.abort()).catch((error) => console.log(error.name));
export {};
