// The threading example in four acts, with real threads: the page is cross-origin isolated.

import { join } from "node:path";
import { isolation } from "../scripts/serve.mjs";
import { expect, test } from "./fixtures.ts";
import { openSlide, type SlideName } from "./steps/deck.ts";
import { Host } from "./steps/host.ts";
import type { Pane } from "./steps/pane.ts";
import { characters } from "./steps/texts.ts";

const dist = join(import.meta.dirname, "..", "dist");

const whole = ['The cow says "Moo!".', 'The pig says "Oink!".', 'The chicken says "Cluck!".'];

/** With three threads in any order, fewer runs would show nothing too often. */
const mostRuns = 12;

/**
 * Runs a pane until the run shows what the speaker wants to show: which thread comes first, and where one is
 * interrupted, is a matter of chance.
 */
async function runUntil(pane: Pane, end: RegExp, isShown: () => Promise<boolean>): Promise<void> {
  for (let runs = 0; runs < mostRuns; runs += 1) {
    await pane.run.click();
    await expect(pane.stop).toBeEnabled();
    await expect(pane.status).toHaveText(end);
    if (await isShown()) return;
  }
  throw new Error(`${mostRuns} runs have not shown it.`);
}

test("act 1 is a mess of all characters, act 2 prints whole lines, act 3 is told as a deadlock, act 4 goes on", {
  tag: "@everywhere",
}, async ({ visitor }) => {
  const host = new Host(dist, { headers: isolation });
  await host.start();
  const page = await visitor.newPage();
  const run = async (slide: SlideName): Promise<Pane> => {
    const { pane } = await openSlide(page, slide, host.url);
    await pane.setWait(0.5);
    await pane.run.click();
    return pane;
  };

  await test.step("act 1", async () => {
    const { pane } = await openSlide(page, "act-1-a-mess", host.url);
    await pane.setWait(0.5);
    await runUntil(pane, /^Finished/, async () => {
      const printed = await pane.lines.allTextContents();
      expect(characters(printed)).toBe(characters(whole));
      return !whole.every((line) => printed.includes(line));
    });
  });

  await test.step("act 2", async () => {
    const pane = await run("act-2-locks");
    await pane.expectFinished();
    expect((await pane.lines.allTextContents()).sort()).toEqual([...whole].sort());
  });

  await test.step("act 3", async () => {
    const { pane } = await openSlide(page, "act-3-deadlock", host.url);
    await pane.setWait(0.5);
    await runUntil(pane, /^(Deadlock|Failed)/, async () =>
      /^Deadlock/.test((await pane.status.textContent()) ?? ""),
    );
    await expect(pane.log).toContainText("Error: Not happy about moo.");
    await expect(pane.log).toContainText("Deadlock: every thread has ended or waits for ever.");
    await expect(pane.log).toContainText(/cow took it there and never released it/);
    await expect(pane.stop).toBeDisabled();
  });

  await test.step("act 4", async () => {
    const pane = await run("act-4-released");
    await pane.expectFinished("Failed");
    await expect(pane.log).toContainText("Error: Not happy about moo.");
    // The cow's error is reported when its lock is free again, so it may stand between two characters of another.
    const lines = await pane.lines.allTextContents();
    const printed = lines.filter((line) => !line.startsWith("Error: Not happy about moo.")).join("");
    for (const line of whole.slice(1)) expect(printed).toContain(line);
  });
  await host.stop();
});
