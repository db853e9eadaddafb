import { Mutex } from "./mutex";

const lock = new Mutex();

for (const name of ["cow", "pig", "chicken"]) {
  const thread = new Worker(
    new URL("./speak-3.ts", import.meta.url),
    { type: "module", name },
  );
  thread.postMessage(lock.cell);
  // One after the other: the cow is ahead.
  await new Promise((goOn) => {
    thread.onmessage = goOn;
  });
}
