// The deck's recordings of threads: what they show still happens when the programs run.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { allPanes, folder, threadPrograms } from "../scripts/recordings/recordings.mjs";
import { isolation } from "../scripts/serve.mjs";
import type { LivePane } from "../src/pane/live-pane.ts";
import type { TraceEvent } from "../src/trace/events/events.ts";
import { threadDifferences, threadFaults } from "../testing/trace/thread-rules.ts";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { Host } from "./steps/host.ts";

const dist = join(import.meta.dirname, "..", "dist");

type Program = Awaited<ReturnType<typeof threadPrograms>>[number];

/** Runs a program in its pane, at the highest speed and on a network that answers at once. Returns the events of its runs. */
function runIn(page: Page, { pane, texts }: Program): Promise<readonly (readonly TraceEvent[])[]> {
  return page.evaluate(
    async ({ id, texts }) => {
      const pane = document.getElementById(id) as LivePane;
      for (const [file, text] of texts) pane.setText(file, text);
      pane.follow({ kind: "speed", speed: 20 });
      pane.follow({ kind: "network", conditions: { wait: 0, jitter: 0, failureRate: 0, seed: 1 } });
      const { runs } = await pane.run();
      return runs.map(({ events }) => events);
    },
    { id: pane, texts },
  );
}

/** The events of the stored runs, without what was entered at the prompt. */
function stored({ recording }: Program): readonly (readonly TraceEvent[])[] {
  const { runs } = JSON.parse(readFileSync(join(folder, `${recording}.json`), "utf8"));
  return runs.map(({ events }: { events: readonly TraceEvent[] }) => {
    const end = events.findIndex(({ kind }) => kind === "prompt-start");
    return end < 0 ? events : events.slice(0, end);
  });
}

test("programs with threads do what their recordings show: all is printed, no lock is held twice, ends are the same", async ({
  visitor,
}) => {
  const host = new Host(dist, { headers: isolation });
  await host.start();
  const { page } = await openSlide(await visitor.newPage(), "title", host.url);
  const programs = await threadPrograms(await allPanes());
  expect(programs.length).toBeGreaterThan(0);
  for (const program of programs) {
    const [before, now] = [stored(program), await runIn(page, program)];
    expect(now.length, program.recording).toBe(before.length);
    for (const [index, events] of now.entries()) {
      expect(threadFaults(events), program.recording).toEqual([]);
      expect(threadDifferences(before[index] ?? [], events), program.recording).toEqual([]);
    }
  }
  await host.stop();
});
