import { posted } from "./posted";

interface Data {
  readonly copied: { count: number };
  readonly shared: Int32Array & { 0: number };
}

self.postMessage("I am here.");
const { copied, shared } = await posted<Data>();

for (let n = 0; n < 5_000_000; n += 1) {
  copied.count += 1;
  shared[0] += 1; // reads, adds, writes
  Atomics.add(shared, 1, 1); // in one step
}
self.postMessage("I am done.");
