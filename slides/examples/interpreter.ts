import { Mutex } from "./mutex";
import { posted } from "./posted";

const url = `http://www.ericappelt.com/animals/${name}`;

self.postMessage("I am ready.");

for (let jobs = 0; jobs < 3; jobs += 1) {
  const { work, cell } = await posted<Job>();
  const gil = new Mutex(cell);
  // Waits without the lock.
  if (work === "wait") await fetch(url);
  const rounds = work === "wait" ? 1 : 40;
  for (let n = 0; n < rounds; n += 1) {
    using held = gil.acquire();
    runBytecode();
  }
  self.postMessage("I am ready.");
}

export interface Job {
  readonly work: "compute" | "wait";
  readonly cell: Int32Array<SharedArrayBuffer>;
}

// About 10 milliseconds of it.
function runBytecode() {
  let sum = 0;
  for (let n = 0; n < 6_000_000; n += 1) {
    sum += Math.sqrt(n);
  }
  return sum;
}
