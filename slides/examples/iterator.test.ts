import { expect, test, vi } from "vitest";
import { exampleFiles, recordExample, recordRun } from "../../scripts/recordings/record.mjs";
import { foldEvents } from "../../src/trace/trace.ts";

// The first recording bundles the run worker, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const network = { wait: 0, jitter: 0, failureRate: 0, seed: 1 };

/** What the program prints when it goes on with `more`, as somebody does at the prompt. */
async function goOn(more: string): Promise<string[]> {
  const files = exampleFiles("iterator.ts");
  files.set("iterator.ts", `${files.get("iterator.ts")}${more}`);
  const { lines } = foldEvents(await recordRun({ files, entry: "iterator.ts", seed: 1, network }));
  return lines.map(({ text }) => text);
}

test("a loop asks the iterator until it is done", async () => {
  const [run = []] = await recordExample("iterator.ts");
  const { outcome, lines, tasks } = foldEvents(run);
  expect(outcome).toEqual({ kind: "finished" });
  expect(lines.map(({ text }) => text)).toEqual(["3", "2", "1"]);
  expect(tasks).toHaveLength(1);
});

test("asked by hand it tells that it is done one step after the last value, and stays done", async () => {
  const printed = await goOn(`
    const it = new Countdown()[Symbol.iterator]();
    for (let step = 0; step < 5; step += 1) console.log(JSON.stringify(it.next()));
  `);
  expect(printed.slice(3)).toEqual([
    '{"value":3,"done":false}',
    '{"value":2,"done":false}',
    '{"value":1,"done":false}',
    '{"done":true}',
    '{"done":true}',
  ]);
});

test("its iterator is itself, so it can be gone through once", async () => {
  const printed = await goOn("const it = new Countdown(); console.log([...it].length, [...it].length);");
  expect(printed.at(-1)).toBe("3 0");
});
