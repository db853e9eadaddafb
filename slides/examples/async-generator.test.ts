import { expect, test, vi } from "vitest";
import { recordExample } from "../../scripts/recordings/record.mjs";
import { foldEvents } from "../../src/trace/trace.ts";

// The first recording bundles the run worker, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

test("an asynchronous generator hands out one sound after the other", async () => {
  const [events = []] = await recordExample("async-generator.ts");
  const { lines, tasks, requests } = foldEvents(events);
  expect(lines.slice(0, 2).map(({ text }) => text)).toEqual(["Moo!", "Oink!"]);
  const [, sounds] = tasks;
  expect(sounds).toMatchObject({ kind: "async generator", label: 'sounds("cow", "pig")', how: "returned" });
  expect(requests.slice(0, 2).map(({ task }) => task)).toEqual([1, 1]);
  const order = events.filter(({ kind }) => kind === "request-start" || kind === "output");
  expect(order.slice(0, 4).map(({ kind }) => kind)).toEqual([
    "request-start",
    "output",
    "request-start",
    "output",
  ]);
});

test("a list is made of another one", async () => {
  const [events = []] = await recordExample("async-generator.ts");
  const { lines, tasks, outcome } = foldEvents(events);
  expect(outcome).toEqual({ kind: "finished" });
  expect(lines.at(-1)?.text).toBe("[ 'Woof!', 'Meow!' ]");
  expect(tasks.map(({ label }) => label)).toEqual(["", 'sounds("cow", "pig")', 'sounds("dog", "cat")']);
});
