// The same program, seed and network give the same recording to the last character: in the browser, again, and in Node.

import type { Page } from "@playwright/test";
import { exampleFiles, recordRun } from "../scripts/recordings/record.mjs";
import type { TraceEvent } from "../src/trace/events/events.ts";
import { expect, test } from "./fixtures.ts";
import { openSlide, type SlideName } from "./steps/deck.ts";
import { Pane } from "./steps/pane.ts";

interface Recorded {
  readonly runs: readonly { readonly entry: string; readonly events: readonly TraceEvent[] }[];
}

function record(pane: Pane, seed: number): Promise<Recorded> {
  return pane.root.evaluate(
    (element, seed) => (element as HTMLElement & { record(seed: number): Promise<Recorded> }).record(seed),
    seed,
  );
}

/** The number of run workers. They are known by their frame, which has no origin. Two of them are spares. */
function runWorkers(page: Page): number {
  return page.workers().filter((worker) => worker.url().startsWith("blob:null/")).length;
}

const slides: readonly SlideName[] = [
  "race",
  "subroutine-coroutine",
  "improved-generators",
  "invitations-parallel",
];

test("the same programs are recorded the same in the browser, again, and in Node", async ({ page }) => {
  for (const slide of slides) {
    const { pane } = await openSlide(page, slide);
    const here = await record(pane, 3);
    expect(here.runs.length, slide).toBeGreaterThan(0);
    expect(JSON.stringify(await record(pane, 3)), slide).toBe(JSON.stringify(here));
    // A race has several entries; each entry is run by one worker or by several.
    const workers = here.runs.filter(({ entry }) => entry === here.runs[0]?.entry).length;
    for (const [index, { entry, events }] of here.runs.entries()) {
      const crew = { worker: index % workers, workers };
      const network = { wait: 2000, jitter: 0, failureRate: 0, seed: 1 };
      const there = await recordRun({ files: exampleFiles(entry), entry, seed: 3, network, crew });
      expect(JSON.stringify(there), slide).toBe(JSON.stringify(events));
      expect(events.at(-1)?.kind, slide).toBe("run-end");
    }
  }
});

test("all panes are recorded from one slide, without editors, and leave no worker behind", async ({
  page,
}) => {
  await openSlide(page, "title");
  const recorded = await page.locator("live-pane").evaluateAll((elements) => {
    const panes = elements as (HTMLElement & { lacksThreads: boolean; record(): Promise<Recorded> })[];
    return Promise.all(panes.filter(({ lacksThreads }) => !lacksThreads).map((pane) => pane.record()));
  });
  expect(recorded.length).toBeGreaterThan(20);
  for (const { events } of recorded.flatMap(({ runs }) => runs)) {
    expect(events.at(-1)).toMatchObject({ kind: "run-end", outcome: { kind: "finished" } });
  }
  expect(recorded.filter(({ runs }) => runs.length === 0)).toEqual([]);
  await expect.poll(() => runWorkers(page)).toBe(2);
  const far = page.locator("#invitations-concurrent live-pane");
  await expect(far.locator(".monaco-editor")).toHaveCount(0);
  await expect(far).not.toHaveAttribute("data-state");
});

test("a recording has the text of its pane, and time, dates and chance of its seed", async ({ page }) => {
  await test.step("a far pane is recorded with the text that its audience left in it", async () => {
    const { pane } = await openSlide(page, "sequential-program");
    await pane.setText('console.log("moo");\n');
    await page.goto("./#/title");
    await page.reload();
    const far = new Pane(page.locator("#sequential-program live-pane"));
    expect(JSON.stringify(await record(far, 1))).toContain("moo\\n");
    await expect(far.root).not.toHaveAttribute("data-state");
  });
  await test.step("time, dates and chance are drawn from the seed", async () => {
    const { pane } = await openSlide(page, "sequential-program");
    const text = `const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
console.log(new Date().toISOString(), Math.random());
await sleep(86_400_000);
console.log(new Date().toISOString(), performance.now(), crypto.randomUUID?.());
await Promise.race([sleep(Math.random() * 1000), sleep(500)]);
console.log(Date.now());
`;
    await pane.setText(text);
    const recorded = [await record(pane, 1), await record(pane, 1), await record(pane, 2)].map((each) =>
      JSON.stringify(each),
    );
    expect(recorded[1]).toBe(recorded[0]);
    expect(recorded[2]).not.toBe(recorded[0]);
    expect(recorded[0]).toContain("2026-01-02T00:00:00.000Z 86400000");
  });
});
