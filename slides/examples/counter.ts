const copied = { count: 0 };
const shared = new Int32Array(
  new SharedArrayBuffer(8),
);

function start(name: string) {
  return new Worker(
    new URL("./count.ts", import.meta.url),
    { type: "module", name },
  );
}

function heard(thread: Worker) {
  return new Promise((take) => {
    thread.onmessage = take;
  });
}

const animals = ["cow", "pig", "chicken"];
const threads = animals.map(start);
await Promise.all(threads.map(heard));

// All are there. Now they count.
for (const thread of threads) {
  thread.postMessage({ copied, shared });
}
await Promise.all(threads.map(heard));

console.log("Copied:      ", copied.count);
console.log("Shared:      ", shared[0]);
console.log("With Atomics:", shared[1]);
