import { expect, test, vi } from "vitest";
import { recordExample } from "../../scripts/recordings/record.mjs";
import { foldEvents } from "../../src/trace/trace.ts";

// The first recording bundles the run worker, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

test("an object with a then is waited for, without a promise of its own", async () => {
  const [events = []] = await recordExample("awaitable.ts");
  const { outcome, total, tasks, timers } = foldEvents(events);
  expect(outcome).toEqual({ kind: "finished" });
  expect(events.filter(({ kind }) => kind === "output")).toMatchObject([
    { t: 0, text: "The hen sits down.\n" },
    { t: 500, text: "Out comes a chick.\n" },
  ]);
  expect(total).toBe(500);
  expect(tasks.map(({ kind }) => kind)).toEqual(["main"]);
  expect(timers.map(({ delay, fires }) => [delay, fires.map(({ t }) => t)])).toEqual([[500, [500]]]);
});
