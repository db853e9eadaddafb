// Tests the lock between threads of Node, which are as real as those of a browser.

import { Worker } from "node:worker_threads";
import { buildSync } from "esbuild";
import { expect, test } from "vitest";

/** The class and the work of a thread as one script. */
function scriptOf(work: string): string {
  const stdin = { contents: `import { Mutex } from "./mutex.ts";\n${work}`, resolveDir: import.meta.dirname };
  const options = { bundle: true, write: false, format: "cjs", target: "es2022", platform: "node" } as const;
  return buildSync({ stdin, ...options }).outputFiles[0]?.text ?? "";
}

/** Runs threads on the same memory until all have ended. */
async function runThreads(count: number, script: string, cells: Int32Array): Promise<void> {
  const ends = Array.from({ length: count }, (_, thread) => {
    const worker = new Worker(script, { eval: true, workerData: { cells, thread } });
    return new Promise((resolve, reject) => worker.on("exit", resolve).on("error", reject));
  });
  await Promise.all(ends);
}

const rounds = 20_000;

test("no two threads hold the lock at once, and none of them sleeps for ever", async () => {
  const work = `
    const { cells } = require("node:worker_threads").workerData;
    const lock = new Mutex(cells.subarray(0, 1));
    for (let round = 0; round < ${rounds}; round += 1) {
      using held = lock.acquire();
      // Without a lock this loses increments: it reads, and writes later.
      cells[1] = cells[1] + 1;
    }
  `;
  const cells = new Int32Array(new SharedArrayBuffer(8));
  await runThreads(4, scriptOf(work), cells);
  expect([...cells]).toEqual([0, 4 * rounds]);
});

test("an error on the way releases the lock for the others", async () => {
  const work = `
    const { cells, thread } = require("node:worker_threads").workerData;
    const lock = new Mutex(cells.subarray(0, 1));
    function speak() {
      using held = lock.acquire();
      if (thread === 0) throw new Error("Not happy about moo.");
      cells[1] += 1;
    }
    try {
      speak();
    } catch {
      cells[2] += 1;
    }
  `;
  const cells = new Int32Array(new SharedArrayBuffer(12));
  await runThreads(3, scriptOf(work), cells);
  expect([...cells]).toEqual([0, 2, 1]);
});
