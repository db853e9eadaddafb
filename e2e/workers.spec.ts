// A pane whose program runs in several workers: each knows which one it is, and the prompt goes on with the first.

import { openSlide } from "./deck.ts";
import { expect, test } from "./fixtures.ts";
import type { Pane } from "./pane.ts";

/** How many runs the pane has recorded. */
function runs({ root }: Pane): Promise<number> {
  return root.evaluate((pane) => (pane as HTMLElement & { trace: { runs: unknown[] } }).trace.runs.length);
}

test("four helpers share out the guests, and are told apart on the timeline", async ({ page }) => {
  const { pane } = await openSlide(page, "invitations-parallel");
  await pane.run.click();
  await pane.expectFinished();
  expect(await runs(pane)).toBe(4);
  for (const name of ["helper 1", "helper 2", "helper 3", "helper 4"]) {
    await expect(pane.timeline.getByText(name, { exact: true }).first()).toBeVisible();
  }
  await expect(pane.lines.last()).toHaveText("4 come: 1 chocolate, 3 vanilla");
  await pane.enterAtPrompt("[worker, workers]");
  await expect(pane.lines.last()).toContainText("[0, 4]");
});

test("a pane without workers has one run, which is the only one", async ({ page }) => {
  const { pane } = await openSlide(page, "sequential-program");
  await pane.runText('import { worker, workers } from "interleave";\nconsole.log(worker, workers);\n');
  await pane.expectFinished();
  expect(await runs(pane)).toBe(1);
  await expect(pane.lines).toHaveText(["0 1"]);
});
