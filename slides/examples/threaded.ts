const animals = ["cow", "pig", "chicken"];
const ended = new Int32Array(
  new SharedArrayBuffer(12),
);

// Spawn.
animals.forEach((name, number) => {
  const thread = new Worker(
    new URL("./spawned.ts", import.meta.url),
    { type: "module", name },
  );
  thread.postMessage({ ended, number });
});

// Join: sleep until the thread has ended.
animals.forEach((_, number) => {
  Atomics.wait(ended, number, 0);
});
console.log("Everybody has spoken.");
