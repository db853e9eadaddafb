import { expect, test, vi } from "vitest";
import { recordExample } from "../../scripts/recordings/record.mjs";
import { foldEvents } from "../../src/trace/trace.ts";

// The first recording bundles the run worker, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** In milliseconds, as the panes' unit says. */
const week = 200;

/** How many weeks each of the people took, and what their list said at last. */
async function asked(entry: string, people = 1) {
  const runs = (await recordExample(entry, people)).map((events) => foldEvents(events));
  return runs.map(({ total = 0, lines }) => ({ weeks: total / week, list: lines.at(-1)?.text }));
}

test("one guest at a time takes 20 weeks", async () => {
  expect(await asked("invitations.ts")).toEqual([{ weeks: 20, list: "17 come: 10 chocolate, 7 vanilla" }]);
});

test("four helpers take 5 weeks each, and have a list each", async () => {
  expect(await asked("invitations-parallel.ts", 4)).toEqual([
    { weeks: 5, list: "4 come: 1 chocolate, 3 vanilla" },
    { weeks: 5, list: "5 come: 3 chocolate, 2 vanilla" },
    { weeks: 5, list: "4 come: 3 chocolate, 1 vanilla" },
    { weeks: 5, list: "4 come: 3 chocolate, 1 vanilla" },
  ]);
});

test.each([
  [3, 7],
  [5, 4],
])("%i helpers take %i weeks", async (helpers, weeks) => {
  const times = (await asked("invitations-parallel.ts", helpers)).map(({ weeks }) => weeks);
  expect(Math.max(...times)).toBe(weeks);
});

test("all at once take one week, and give the same list", async () => {
  expect(await asked("invitations-concurrent.ts")).toEqual([
    { weeks: 1, list: "17 come: 10 chocolate, 7 vanilla" },
  ]);
});
