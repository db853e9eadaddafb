import { expect, test, vi } from "vitest";
import { exampleFiles, recordRun } from "../../scripts/recordings/record.mjs";
import { foldEvents, type Trace } from "../../src/trace/trace.ts";

// The first recording bundles the run worker, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const network = { wait: 0, jitter: 0, failureRate: 0, seed: 1 };

/** Runs an example, which asks for the first call, and sends `day` the words after that; "" sends nothing. */
async function play(entry: string, words: readonly string[]): Promise<Trace> {
  const files = exampleFiles(entry);
  const sends = words.map((word) => `console.log(day.next(${word && `"${word}"`}).value);`);
  files.set(entry, [files.get(entry), ...sends].join("\n"));
  return foldEvents(await recordRun({ files, entry, seed: 1, network }));
}

function calls({ lines }: Trace): string[] {
  return lines.map(({ text }) => text);
}

test("a loop over the inner generator loses what is sent", async () => {
  expect(calls(await play("delegation-wrong.ts", ["", "", "fault", "", ""]))).toEqual([
    "Welcome to the farm games.",
    "On your marks.",
    "Set.",
    "Go!",
    "See you next year.",
    "undefined",
  ]);
});

test("delegation passes on what is sent", async () => {
  expect(calls(await play("delegation-correct.ts", ["", "", "fault", "", "", "", ""]))).toEqual([
    "Welcome to the farm games.",
    "On your marks.",
    "Set.",
    "On your marks.",
    "Set.",
    "Go!",
    "See you next year.",
    "undefined",
  ]);
});

test.each([
  ["no fault", ["", "", ""], 0],
  ["two faults", ["fault", "", "fault", "", "", ""], 2],
  ["a fault at Go!", ["", "", "fault", "", "", ""], 1],
])("after %s the inner generator returns their number to the outer one", async (_, words, faults) => {
  expect(calls(await play("delegation-return.ts", words)).at(-1)).toBe(`They are off. Faults: ${faults}`);
});

test("delegating, the outer generator begins the inner one, which ends before it", async () => {
  const { tasks } = await play("delegation-correct.ts", ["", "", "", "", ""]);
  expect(tasks.map(({ label, parent, how }) => ({ label, parent, how }))).toEqual([
    { label: expect.any(String), parent: undefined, how: "returned" },
    { label: "games()", parent: 0, how: "returned" },
    { label: "footrace()", parent: 1, how: "returned" },
  ]);
  const [, games, race] = tasks;
  expect(race?.stretches.at(-1)?.seq).toBeLessThan(games?.stretches.at(-1)?.seq ?? 0);
});
