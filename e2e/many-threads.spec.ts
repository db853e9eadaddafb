// Threads in great numbers and under load: they run, their events are in an order that respects cause, and they are
// given back.

import { join } from "node:path";
import type { Page } from "@playwright/test";
import { isolation } from "../scripts/serve.mjs";
import type { Recording } from "../src/trace/recording/recording.ts";
import { threadFaults } from "../testing/trace/thread-rules.ts";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { Host } from "./steps/host.ts";

/** Starts the pane's own file as a thread with a name. The first thread has no name. */
const begin = `export {};
const start = (name: string) => new Worker(new URL("./api.ts", import.meta.url), { type: "module", name });
`;

/** The number of run workers. They are known by their frame, which has no origin. */
function runWorkers(page: Page): number {
  return page.workers().filter((worker) => worker.url().startsWith("blob:null/")).length;
}

test("many threads run, many messages go, and locks are held by one at a time", async ({ visitor }) => {
  const host = new Host(join(import.meta.dirname, "..", "dist"), { headers: isolation });
  await host.start();
  const { pane } = await openSlide(await visitor.newPage(), "animals-api", host.url);
  /** What cannot have happened in the order of the newest run's events. */
  const faults = async () => {
    const { runs } = await pane.root.evaluate(
      (element) => (element as unknown as { trace: Recording }).trace,
    );
    return runs.flatMap(({ events }) => threadFaults(events));
  };

  await test.step("64 threads", async () => {
    await pane.runText(`${begin}let heard = 0;
if (self.name === "") {
  for (let count = 0; count < 64; count += 1)
    start("cow").onmessage = () => {
      heard += 1;
      if (heard === 64) console.log("all 64");
    };
} else self.postMessage("Moo");
`);
    await expect(pane.root).toHaveAttribute("data-state", "idle", { timeout: 60_000 });
    await expect(pane.lines).toHaveText(["all 64"]);
    expect(await faults()).toEqual([]);
  });

  await test.step("a message goes to and fro 10,000 times", async () => {
    await pane.runText(`${begin}if (self.name === "") {
  const cow = start("cow");
  let count = 0;
  cow.onmessage = () => {
    count += 1;
    if (count < 10_000) cow.postMessage(count);
    else console.log("done", count);
  };
  cow.postMessage(count);
} else self.onmessage = ({ data }) => self.postMessage(data);
`);
    await expect(pane.root).toHaveAttribute("data-state", "idle", { timeout: 60_000 });
    await expect(pane.lines).toHaveText(["done 10000"]);
    expect(await faults()).toEqual([]);
  });

  await test.step("threads that wrestle for a lock hold it one after the other", async () => {
    await pane.runText(`${begin}if (self.name === "") {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  let ended = 0;
  for (const name of ["cow", "pig", "frog"]) {
    const thread = start(name);
    thread.postMessage({ cells });
    thread.onmessage = () => {
      ended += 1;
      if (ended === 3) console.log(cells[1]);
    };
  }
} else
  self.onmessage = ({ data: { cells } }) => {
    for (let count = 0; count < 200; count += 1) {
      while (Atomics.compareExchange(cells, 0, 0, 1) !== 0) Atomics.wait(cells, 0, 1);
      cells[1] += 1;
      Atomics.store(cells, 0, 0);
      Atomics.notify(cells, 0, 1);
    }
    self.postMessage("done");
  };
`);
    await pane.expectFinished();
    await expect(pane.lines).toHaveText(["600"]);
    expect(await faults()).toEqual([]);
  });

  await host.stop();
});

test("the workers of threads are given back", async ({ visitor }) => {
  const host = new Host(join(import.meta.dirname, "..", "dist"), { headers: isolation });
  await host.start();
  const { page, pane } = await openSlide(await visitor.newPage(), "animals-api", host.url);

  await test.step("six runs of four threads leave no worker behind but spare ones", async () => {
    await pane.setText(`${begin}if (self.name === "") for (const name of ["a", "b", "c"]) start(name);\n`);
    for (let count = 0; count < 6; count += 1) {
      await pane.run.click();
      await pane.expectFinished();
    }
    // The last run's, for the prompt, and eight to come.
    await expect.poll(() => runWorkers(page)).toBeLessThanOrEqual(4 + 8);
  });
  await host.stop();
});

test("under a seed threads run one at a time, and a mess repeats to the last character", {
  tag: "@everywhere",
}, async ({ visitor }) => {
  const host = new Host(join(import.meta.dirname, "..", "dist"), { headers: isolation });
  await host.start();
  const { pane } = await openSlide(await visitor.newPage(), "animals-api", host.url);
  const recorded = async (seed: number) => {
    const { runs } = await pane.root.evaluate(
      (element, seed) =>
        (element as unknown as { record(seed: number, threads: string): Promise<Recording> }).record(
          seed,
          "in turns",
        ),
      seed,
    );
    const events = runs.flatMap((run) => run.events);
    expect(threadFaults(events)).toEqual([]);
    const printed = events.flatMap((event) => (event.kind === "output" ? [event.text] : [])).join("");
    return { events, printed, outcome: events.at(-1) };
  };

  await test.step("threads that print, sleep and talk", async () => {
    await pane.setText(`import { block, write } from "interleave";
${begin}if (self.name === "")
  for (const name of ["cow", "pig", "frog"]) {
    const thread = start(name);
    thread.onmessage = ({ data }) => write(data);
    thread.postMessage("Hello");
  }
else
  self.onmessage = async ({ data }) => {
    for (const letter of data + self.name) write(letter);
    block(10);
    await fetch("http://www.ericappelt.com/animals/" + self.name);
    self.postMessage("!");
  };
`);
    const first = await recorded(1);
    expect(first.outcome).toMatchObject({ outcome: { kind: "finished" } });
    expect([...first.printed].sort().join("")).toBe([..."HellocowHellopigHellofrog!!!"].sort().join(""));
    expect((await recorded(1)).events).toEqual(first.events);
    expect((await recorded(2)).printed).not.toBe(first.printed);
  });

  await test.step("threads that wait for locks and time out", async () => {
    await pane.setText(`${begin}if (self.name === "") {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  for (const name of ["cow", "pig"]) start(name).postMessage(cells);
  console.log(Atomics.wait(cells, 1, 0, 500), performance.now() >= 500);
} else
  self.onmessage = ({ data: cells }) => {
    while (Atomics.compareExchange(cells, 0, 0, 1) !== 0) Atomics.wait(cells, 0, 1);
    console.log(self.name);
    if (self.name === "pig") self.close();
    Atomics.store(cells, 0, 0);
    Atomics.notify(cells, 0, 1);
  };
`);
    const first = await recorded(1);
    expect(first.printed.split("\n").sort()).toEqual(["", "cow", "pig", "timed-out true"]);
    expect((await recorded(1)).events).toEqual(first.events);
  });

  await test.step("threads that wait and go on meanwhile", async () => {
    await pane.setText(`${begin}if (self.name === "") {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  for (const name of ["cow", "pig"]) start(name).postMessage(cells);
  const slow = Atomics.waitAsync(cells, 1, 0, 500);
  console.log(Atomics.waitAsync(cells, 0, 1).value, slow.async);
  console.log(await slow.value, performance.now() >= 500);
  Atomics.store(cells, 0, 1);
  console.log(Atomics.notify(cells, 0));
} else
  self.onmessage = async ({ data: cells }) => {
    console.log(self.name, await Atomics.waitAsync(cells, 0, 0).value);
  };
`);
    const first = await recorded(1);
    const lines = ["2", "cow ok", "not-equal true", "pig ok", "timed-out true"];
    expect(first.printed.trim().split("\n").sort()).toEqual(lines);
    expect(first.outcome).toMatchObject({ outcome: { kind: "finished" } });
    expect((await recorded(1)).events).toEqual(first.events);
  });

  await test.step("a deadlock", async () => {
    await pane.setText(`${begin}if (self.name === "") {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  for (const name of ["cow", "pig"]) start(name).postMessage(cells);
} else
  self.onmessage = ({ data: cells }) => {
    while (Atomics.compareExchange(cells, 0, 0, 1) !== 0) Atomics.wait(cells, 0, 1);
  };
`);
    expect((await recorded(1)).outcome).toMatchObject({ outcome: { kind: "deadlock" } });
  });
  await host.stop();
});
