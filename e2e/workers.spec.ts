// A pane whose program runs in several workers: each worker knows its number, and the prompt belongs to the first one.

import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import type { Pane } from "./steps/pane.ts";
import { Timeline } from "./steps/timeline.ts";

/** The number of runs that the pane has recorded. */
function runs({ root }: Pane): Promise<number> {
  return root.evaluate((pane) => (pane as HTMLElement & { trace: { runs: unknown[] } }).trace.runs.length);
}

test("workers share out what there is, and a pane without them has one run", async ({ page }) => {
  await test.step("four helpers share out the guests, and are told apart on the timeline", async () => {
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
  await test.step("a pane without workers has one run, which is the only one", async () => {
    const { pane } = await openSlide(page, "sequential-program");
    await pane.runText('import { worker, workers } from "interleave";\nconsole.log(worker, workers);\n');
    await pane.expectFinished();
    expect(await runs(pane)).toBe(1);
    await expect(pane.lines).toHaveText(["0 1"]);
  });
  await test.step("two cooks have their hands on two dishes at the same time, and are no race", async () => {
    const { pane } = await openSlide(page, "two-cooks");
    const timeline = new Timeline(pane);
    await pane.run.click();
    await pane.expectFinished();
    await expect(timeline.figure).toHaveAccessibleDescription(/^cook 1: .* cook 2: .* in all\.$/);
    await expect(timeline.figure).not.toHaveAccessibleDescription(/faster|slower/);
    await expect(timeline.totals("Ratio")).toHaveCount(0);

    /** The minutes at which a cook's first span of work on a dish began and ended. */
    const handsOn = async (dish: string) => {
      await timeline.seek("ArrowDown", /^The event loop/);
      await timeline.seek("ArrowRight", /had control/);
      await timeline.lanes.press("Home");
      await timeline.seek("ArrowRight", new RegExp(`^cook\\("${dish}"\\) had control`));
      const [, from, to] = /control ([\d.]+)–([\d.]+)\smin$/.exec(await timeline.active()) ?? [];
      await timeline.seek("ArrowLeft", /^The event loop/);
      await timeline.lanes.press("ArrowDown");
      return { from: Number(from), to: Number(to) };
    };
    const [turkey, potatoes] = [await handsOn("turkey"), await handsOn("potatoes")];
    const overlap = Math.min(turkey.to, potatoes.to) - Math.max(turkey.from, potatoes.from);
    expect(overlap).toBeGreaterThan(5);
  });
});
