import { expect, test, vi } from "vitest";
import { printed, recorded } from "../../testing/examples/recorded.ts";

// The first recording bundles the run worker, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

test("the loop by hand drives two naps and a request at the same time", async () => {
  const trace = await recorded("event-loop.ts");
  expect(trace.outcome).toEqual({ kind: "finished" });
  // One nap takes 3 seconds.
  expect(trace.total).toBe(3000);
  expect(printed(trace)).toEqual([
    "The cow falls asleep.",
    "The pig falls asleep.",
    'The frog says "Ribbit!".',
    "The cow turns over.",
    "The pig turns over.",
    "The cow is awake.",
    "The pig is awake.",
  ]);
});

test("no async function but the loop itself takes part in it", async () => {
  const { tasks } = await recorded("event-loop.ts");
  expect(tasks.filter(({ kind }) => kind === "coroutine").map(({ name }) => name)).toEqual(["run"]);
  const driven = tasks.filter(({ kind }) => kind === "generator").map(({ label }) => label);
  expect(driven.slice(0, 3)).toEqual(['nap("cow")', 'nap("pig")', 'speak("frog")']);
});

test("whoever goes on was resumed by the loop", async () => {
  const { tasks } = await recorded("event-loop.ts");
  const loop = tasks.find(({ name }) => name === "run");
  const generators = tasks.filter(({ kind }) => kind === "generator");
  const wakers = generators.flatMap(({ stretches }) => stretches.flatMap(({ by }) => by ?? []));
  expect(wakers.length).toBeGreaterThan(10);
  for (const by of wakers) expect(by).toEqual({ kind: "task", task: loop?.task });
});

test("on the built-in loop, two naps together take as long as one alone", async () => {
  const trace = await recorded("coroutine.ts");
  const naps = trace.tasks.filter(({ name }) => name === "nap");
  expect(naps.map(({ label, start, end }) => [label, start, end])).toEqual([
    ['nap("cow")', 0, 3000],
    ['nap("pig")', 3000, 6000],
    ['nap("duck")', 3000, 6000],
  ]);
  expect(printed(trace).at(-1)).toBe("The pig is awake. The duck is awake.");
});
