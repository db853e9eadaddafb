// Threads: workers that a pane's program starts itself. They need a page that is cross-origin isolated.

import { join } from "node:path";
import { isolation } from "../scripts/serve.mjs";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { Host } from "./steps/host.ts";

const dist = join(import.meta.dirname, "..", "dist");

/** A lock in the first cell of shared memory, as programs write it. */
const mutex = `class Mutex {
  constructor(readonly cells: Int32Array, readonly index = 0) {}
  acquire() {
    while (Atomics.compareExchange(this.cells, this.index, 0, 1) !== 0) Atomics.wait(this.cells, this.index, 1);
  }
  release() {
    Atomics.store(this.cells, this.index, 0);
    Atomics.notify(this.cells, this.index, 1);
  }
}
`;

/** Starts the pane's own file as a thread with a name. The first thread has no name. */
const begin = `export {};
const start = (name: string) => new Worker(new URL("./api.ts", import.meta.url), { type: "module", name });
`;

test("a program starts threads that talk, share memory, fail at a line and are stopped", {
  tag: "@everywhere",
}, async ({ visitor }) => {
  const host = new Host(dist, { headers: isolation });
  await host.start();
  const { page, pane } = await openSlide(await visitor.newPage(), "animals-api", host.url);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);

  await test.step("messages go both ways, and the timeline has the tasks of both threads", async () => {
    await pane.runText(`${begin}if (self.name === "") {
  const cow = start("cow");
  cow.onmessage = ({ data }) => {
    console.log("heard", data);
    cow.terminate();
  };
  cow.postMessage("Moo");
} else self.onmessage = ({ data }) => self.postMessage(data + " from " + self.name);
`);
    await pane.expectFinished();
    await expect(pane.lines).toHaveText(["heard Moo from cow"]);
    await expect(pane.timeline.getByText("cow", { exact: true }).first()).toBeVisible();
  });

  await test.step("a thread that is blocked is woken by another, and what it printed before is seen", async () => {
    await pane.runText(`${begin}if (self.name === "") {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  start("pig").postMessage(cells);
  console.log("waiting");
  console.log(Atomics.wait(cells, 0, 0), cells[1]);
} else
  self.onmessage = async ({ data: cells }) => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    console.log("waking");
    cells[1] = 42;
    Atomics.store(cells, 0, 1);
    Atomics.notify(cells, 0);
  };
`);
    await pane.expectFinished();
    await expect(pane.lines).toHaveText(["waiting", "waking", "ok 42"]);
  });

  await test.step("threads start threads, which talk through a channel; close() ends a thread", async () => {
    await pane.runText(`${begin}if (self.name === "") {
  const { port1, port2 } = new MessageChannel();
  start("a").postMessage("port", [port1]);
  const b = start("b");
  b.postMessage("port", [port2]);
  b.onmessage = ({ data }) => console.log(data);
} else if (self.name === "c") {
  self.postMessage("c");
  self.close();
} else
  self.onmessage = ({ ports: [port] }) => {
    if (self.name === "a") start("c").onmessage = ({ data }) => port!.postMessage(data + ", a");
    else port!.onmessage = ({ data }) => self.postMessage(data + ", b");
  };
`);
    await pane.expectFinished();
    await expect(pane.lines).toHaveText(["c, a, b"]);
  });

  await test.step("an error in a thread leads to its line, and its parent hears of it", async () => {
    await pane.runText(`${begin}if (self.name === "") start("cow").onerror = ({ message, lineno }) => console.log(message, lineno);
else throw new Error("Not happy about moo.");
`);
    await pane.expectFinished("Failed");
    await expect(pane.log).toContainText("Error: Not happy about moo.");
    await expect(pane.log).toContainText("Uncaught Error: Not happy about moo. 4");
    await expect(pane.place("api.ts:4:12")).toBeVisible();
  });

  await test.step("Stop ends a thread that loops for ever", async () => {
    await pane.runText(`${begin}if (self.name === "") start("pig");
else {
  console.log("looping");
  for (;;);
}
`);
    await expect(pane.lines).toHaveText(["looping"]);
    await pane.stop.click();
    await expect(pane.status).toHaveText(/^Stopped/);
  });

  await test.step("a file that the program does not name is refused in a sentence", async () => {
    await pane.runText(`try {
  new Worker("./other.js");
} catch (error) {
  console.log(String(error));
}
`);
    await pane.expectFinished();
    await expect(pane.log).toContainText('"./other.js" is no file that the program starts as a Worker');
  });
  await host.stop();
});

test("a run ends when its threads have nothing left to do, neither before nor never", async ({ visitor }) => {
  const host = new Host(dist, { headers: isolation });
  await host.start();
  const { pane } = await openSlide(await visitor.newPage(), "animals-api", host.url);

  await test.step("a thread is terminated while its messages are on their way", async () => {
    await pane.runText(`${begin}if (self.name === "") {
  const cow = start("cow");
  cow.onmessage = () => {
    cow.terminate();
    console.log("terminated");
  };
} else for (let count = 0; count < 50; count += 1) self.postMessage(count);
`);
    await pane.expectFinished();
    await expect(pane.lines).toHaveText(["terminated"]);
  });

  await test.step("a thread is woken by another one's port, and sets a timer", async () => {
    await pane.runText(`${begin}const sleep = () => new Promise((resolve) => setTimeout(resolve, 300));
if (self.name === "") {
  const { port1, port2 } = new MessageChannel();
  start("a").postMessage("port", [port1]);
  start("b").postMessage("port", [port2]);
} else
  self.onmessage = async ({ ports: [port] }) => {
    if (self.name === "a") {
      await sleep();
      port!.postMessage("Moo");
    } else
      port!.onmessage = async ({ data }) => {
        console.log("heard");
        await sleep();
        console.log(data);
      };
  };
`);
    await pane.expectFinished();
    await expect(pane.lines).toHaveText(["heard", "Moo"]);
  });

  await test.step("after the end a thread goes on when the prompt asks for it", async () => {
    await pane.runText(`${begin}const cow = self.name === "" ? start("cow") : undefined;
if (!cow) self.onmessage = () => setTimeout(() => console.log("later"), 100);
`);
    await pane.expectFinished();
    await pane.enterAtPrompt('cow.postMessage("Moo")');
    await expect(pane.log).toContainText("later");
  });
  await host.stop();
});

test("a run in which nothing can ever go on ends as a deadlock", {
  tag: "@everywhere",
}, async ({ visitor }) => {
  const host = new Host(dist, { headers: isolation });
  await host.start();
  const { pane } = await openSlide(await visitor.newPage(), "animals-api", host.url);

  await test.step("a lock that is never released", async () => {
    await pane.runText(`${begin}${mutex}if (self.name === "") {
  const cells = new Int32Array(new SharedArrayBuffer(4));
  start("cow").postMessage(cells);
  Atomics.wait(cells, 0, 0, 2000);
  start("pig").postMessage(cells);
} else
  self.onmessage = ({ data: cells }) => {
    const lock = new Mutex(cells);
    lock.acquire();
    Atomics.notify(cells, 0);
    if (self.name === "cow") throw new Error("Not happy about moo.");
    lock.release();
  };
`);
    await expect(pane.root).toHaveAttribute("data-state", "idle");
    await expect(pane.log).toContainText("Deadlock");
    await expect(pane.log).toContainText(/pig waits at line \d+ .*cow took it there .*Not happy about moo/);
  });

  await test.step("two threads that each wait for the other's lock, and a third that only listens", async () => {
    await pane.runText(`${begin}${mutex}if (self.name === "") {
  const cells = new Int32Array(new SharedArrayBuffer(12));
  for (const name of ["cow", "pig", "frog"]) start(name).postMessage(cells);
} else if (self.name === "frog") self.onmessage = () => console.log("croak");
else
  self.onmessage = ({ data: cells }) => {
    const locks = [new Mutex(cells, 0), new Mutex(cells, 1)];
    if (self.name === "pig") locks.reverse();
    locks[0]!.acquire();
    Atomics.add(cells, 2, 1);
    while (Atomics.load(cells, 2) < 2);
    locks[1]!.acquire();
  };
`);
    await expect(pane.root).toHaveAttribute("data-state", "idle");
    await expect(pane.log).toContainText("They wait in a cycle");
  });

  await test.step("a thread that computes may wake the others yet", async () => {
    await pane.runText(`${begin}if (self.name === "") {
  const cells = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const cow = start("cow");
  cow.onmessage = () => {
    port1.postMessage(cells);
    Atomics.wait(cells, 0, 0);
    console.log("woken");
  };
  cow.postMessage("port", [port2]);
} else
  self.onmessage = ({ ports: [port] }) => {
    port!.onmessage = ({ data: cells }) => {
      const end = performance.now() + 1500;
      while (performance.now() < end);
      Atomics.notify(cells, 0);
    };
    self.postMessage("ready");
  };
`);
    await pane.expectFinished();
    await expect(pane.lines).toHaveText(["woken"]);
  });
  await host.stop();
});

test("a page that is not isolated says that it cannot start a Worker", async ({ page }) => {
  const { pane } = await openSlide(page, "animals-api");
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await pane.runText(`${begin}start("cow");\n`);
  await pane.expectFinished("Failed");
  await expect(pane.log).toContainText("This page cannot start a Worker");
  await expect(pane.log).toContainText("cross-origin isolated");
});
