import { expect, test, vi } from "vitest";
import { printed, recorded } from "../../testing/examples/recorded.ts";

// The first recording bundles the run worker, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const whole = ['The cow says "Moo!".', 'The pig says "Oink!".', 'The chicken says "Cluck!".'];

test("green threads that yield after each character print a character each in turn", async () => {
  const trace = await recorded("gevent-wrong.ts");
  expect(trace.outcome).toEqual({ kind: "finished" });
  const text = printed(trace).join("\n");
  expect(text.startsWith("TTThhheee   cpcoihwgi")).toBe(true);
  expect([...text].sort()).toEqual([...whole.join("\n")].sort());
});

test("with a semaphore each line is whole, and takes as long as its characters", async () => {
  const trace = await recorded("gevent-correct.ts");
  expect(printed(trace)).toEqual(whole);
  const characters = whole.join("\n").length + 1;
  expect(trace.total).toBe(50 * characters);
});

test("a green thread goes on only when the hub says so", async () => {
  const { tasks } = await recorded("gevent-wrong.ts");
  const hub = tasks.find(({ name }) => name === "joinAll")?.task;
  const speakers = tasks.filter(({ name }) => name === "speak");
  expect(speakers).toHaveLength(3);
  const wakers = speakers.flatMap(({ stretches }) => stretches.flatMap(({ by }) => by ?? []));
  const others = wakers.filter((by) => by.kind !== "task" || by.task !== hub);
  expect(wakers.length).toBeGreaterThan(0);
  expect(others).toEqual([]);
});
