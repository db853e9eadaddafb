// Tests the lock between threads of Node, which are as real as those of a browser.

import { Worker } from "node:worker_threads";
import { buildSync } from "esbuild";
import { expect, test, vi } from "vitest";

vi.setConfig({ testTimeout: 60_000 });

/** In milliseconds: how long the threads of a test may take on a busy machine. */
const patience = 40_000;

/** The start of each thread: waits until all threads are there, so that they do get in each other's way. */
const start = `
const { cells, thread, count } = require("node:worker_threads").workerData;
Atomics.add(cells, 1, 1);
while (Atomics.load(cells, 1) < count);
const lock = new Mutex(cells.subarray(0, 1));
`;

/** The class and the work of a thread as one script. */
function scriptOf(work: string): string {
  const contents = `import { Mutex } from "./mutex.ts";\n${start}${work}`;
  const options = { bundle: true, write: false, format: "cjs", target: "es2022", platform: "node" } as const;
  const { outputFiles } = buildSync({ stdin: { contents, resolveDir: import.meta.dirname }, ...options });
  return outputFiles[0]?.text ?? "";
}

/**
 * Runs threads on the same memory until all have ended: the lock's cell, the number of threads, and two of the test.
 * @throws {Error} if one of them never ends
 */
async function runThreads(count: number, work: string): Promise<Int32Array> {
  const cells = new Int32Array(new SharedArrayBuffer(16));
  const script = scriptOf(work);
  const threads = Array.from(
    { length: count },
    (_, thread) => new Worker(script, { eval: true, workerData: { cells, thread, count } }),
  );
  const ends = threads.map(
    (thread) => new Promise((resolve, reject) => thread.on("exit", resolve).on("error", reject)),
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`A thread sleeps for ever: ${cells}.`)), patience);
  });
  try {
    await Promise.race([Promise.all(ends), late]);
    return cells;
  } finally {
    clearTimeout(timer);
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

test("no two threads hold the lock at once, and none of them sleeps for ever", async () => {
  const cells = await runThreads(
    4,
    `for (let round = 0; round < 20_000; round += 1) {
      using held = lock.acquire();
      // Without a lock this loses increments: it reads, and writes later.
      const before = Atomics.load(cells, 2);
      for (let pause = 0; pause < 50; pause += 1) Atomics.load(cells, 3);
      Atomics.store(cells, 2, before + 1);
    }`,
  );
  expect([...cells]).toEqual([0, 4, 80_000, 0]);
});

test("an error on the way releases the lock for the others", async () => {
  const cells = await runThreads(
    3,
    `function speak() {
      using held = lock.acquire();
      if (thread === 0) throw new Error("Not happy about moo.");
      Atomics.add(cells, 2, 1);
    }
    try {
      speak();
    } catch {
      Atomics.add(cells, 3, 1);
    }`,
  );
  expect([...cells]).toEqual([0, 3, 2, 1]);
});
