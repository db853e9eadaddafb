// What is seen of threads: their lanes and locks, the lines where they stand, a deadlock, and who printed what.

import { join } from "node:path";
import { isolation } from "../scripts/serve.mjs";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { Host } from "./steps/host.ts";
import { Timeline } from "./steps/timeline.ts";

const dist = join(import.meta.dirname, "..", "dist");

/** The cow takes the lock first, lets the others begin, and throws while it holds the lock. */
const unhappyCow = `export {};
const start = (name: string) => new Worker(new URL("./api.ts", import.meta.url), { type: "module", name });
function acquire(cell: Int32Array) {
  while (Atomics.compareExchange(cell, 0, 0, 1) !== 0) Atomics.wait(cell, 0, 1);
}
if (self.name === "") {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const cow = start("cow");
  cow.onmessage = () => {
    for (const name of ["pig", "chicken"]) start(name).postMessage(cell);
  };
  cow.postMessage(cell);
} else
  self.onmessage = ({ data: cell }) => {
    acquire(cell);
    self.postMessage("taken");
    throw new Error("Not happy about moo.");
  };
`;

test("a deadlock is told: in the status, in sentences, on the timeline, at the lines and at the playhead", async ({
  visitor,
}) => {
  const host = new Host(dist, { headers: isolation });
  await host.start();
  const { pane } = await openSlide(await visitor.newPage(), "animals-api", host.url);
  const timeline = new Timeline(pane);
  await pane.runText(unhappyCow);
  await expect(pane.status).toHaveText(/^Deadlock after/);

  await test.step("the console says who waits where for what, who took it, and how that one ended", async () => {
    await expect(pane.log).toContainText("Deadlock: every thread has ended or waits for ever.");
    await expect(pane.log).toContainText(/(pig and chicken|chicken and pig) wait at line 4 for the lock\./);
    await expect(pane.log).toContainText("cow took it there and never released it");
    await expect(pane.log).toContainText("it ended with Error: Not happy about moo.");
  });

  await test.step("each thread has a lane, and the summary tells the deadlock", async () => {
    for (const name of ["the program", "cow", "pig", "chicken"])
      await expect(timeline.lane(name)).toHaveCount(1);
    await expect(timeline.figure).toHaveAccessibleDescription(/^3 threads, .* Deadlock: every thread/);
  });

  await test.step("the parts of the lanes say who held the lock and who was never woken", async () => {
    await timeline.lanes.focus();
    await timeline.seek("ArrowRight", /cow held the lock .*never released.*held by cow; .* wait/);
  });

  await test.step("lines are marked where threads are blocked, and where the lock was taken", async () => {
    // Goes to the line of the part.
    await timeline.lanes.press("Enter");
    await expect(pane.root.locator(".line-signs.is-blocked.is-held")).toHaveCount(1);
  });

  await test.step("at the playhead, the tables say what each thread did, and who had the lock", async () => {
    await timeline.playhead.focus();
    await timeline.move("ArrowLeft");
    await timeline.openTables();
    for (const name of ["Threads", "Locks"])
      await timeline.figure.getByText(name, { exact: true }).first().click();
    const row = (name: string) => timeline.figure.getByRole("row", { name: new RegExp(`^${name} `) });
    await expect(row("pig api.ts")).toContainText(/blocked at line 4: it waits for the lock, which cow has/);
    await expect(row("the lock")).toContainText(/held by cow; .* wait/);
  });
  await host.stop();
});

test("what threads print one after the other on one line is seen in the colour of each", {
  tag: "@everywhere",
}, async ({ visitor }) => {
  const host = new Host(dist, { headers: isolation });
  await host.start();
  const { pane } = await openSlide(await visitor.newPage(), "animals-api", host.url);
  await pane.runText(`import { write } from "interleave";
const cells = new Int32Array(new SharedArrayBuffer(4));
if (self.name === "") {
  const [cow, pig] = ["cow", "pig"].map(
    (name) => new Worker(new URL("./api.ts", import.meta.url), { type: "module", name }),
  );
  cow!.onmessage = () => pig!.postMessage(cells);
  pig!.onmessage = () => console.log("!");
  cow!.postMessage(cells);
} else
  self.onmessage = () => {
    write(self.name === "cow" ? "Moo" : "Oink");
    self.postMessage("done");
  };
`);
  await pane.expectFinished();
  await expect(pane.lines).toHaveText(["MooOink!"]);
  await expect(pane.lines.locator(".animal-cow")).toHaveText("Moo");
  await expect(pane.lines.locator(".animal-pig")).toHaveText("Oink");
  await host.stop();
});
