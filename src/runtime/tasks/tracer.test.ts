import { expect, test, vi } from "vitest";
import { ManualClock } from "../../../testing/runtime/manual-clock.ts";
import type { TraceEvent, TraceFact } from "../../trace/events/events.ts";
import { foldEvents } from "../../trace/trace.ts";
import { pace } from "./outbox.ts";
import { maxEvents, Tracer } from "./tracer.ts";

function setUp() {
  const clock = new ManualClock();
  const messages: (readonly TraceEvent[])[] = [];
  const tracer = new Tracer(clock, clock.real, (events) => messages.push(events));
  return { clock, tracer, messages, events: () => messages.flat() };
}

function printed(text: string): TraceFact {
  return { kind: "output", task: 0, level: "log", text };
}

const ready: TraceFact = { kind: "request-ready", request: 0 };

test("stamps facts with the clock's time and counts them", () => {
  const { clock, tracer, events } = setUp();
  tracer.record(printed("a"));
  clock.block(1500.12345);
  tracer.record(printed("b"));
  expect(events()).toEqual([
    { seq: 0, t: 0, ...printed("a") },
    { seq: 1, t: 1500.123, ...printed("b") },
  ]);
});

test("a reserved number is that of the next fact", () => {
  const { tracer, events } = setUp();
  let count = 10;
  const draw = vi.fn(() => count++);
  tracer.useNumbers(draw, () => true);
  tracer.reserve();
  tracer.reserve();
  count = 20;
  tracer.record(printed("a"));
  tracer.record(printed("b"));
  expect(events().map(({ seq }) => seq)).toEqual([10, 20]);
});

test("a number that is given back is not that of the next fact, unless another thread has drawn a later one", () => {
  const { tracer, events } = setUp();
  let count = 10;
  const takeBack = (number: number) => {
    if (number !== count - 1) return false;
    count = number;
    return true;
  };
  tracer.useNumbers(() => count++, takeBack);
  tracer.reserve();
  tracer.giveBack();
  // Another thread records a fact.
  count += 1;
  tracer.record(printed("after it"));
  tracer.reserve();
  count += 1;
  tracer.giveBack();
  tracer.record(printed("before it"));
  expect(events().map(({ seq }) => seq)).toEqual([11, 12]);
  expect(count).toBe(14);
});

test("an expected fact has the time at which it was due, though the program kept control until later", () => {
  const { clock, tracer, events } = setUp();
  tracer.expect(500, ready);
  clock.block(800);
  tracer.record(printed("busy until now"));
  expect(events().map(({ kind, t }) => [kind, t])).toEqual([
    ["request-ready", 500],
    ["output", 800],
  ]);
});

test("expected facts come in the order of their times, not of their announcement", () => {
  const { clock, tracer, events } = setUp();
  tracer.expect(700, { kind: "request-ready", request: 1 });
  tracer.expect(300, { kind: "request-ready", request: 2 });
  clock.block(1000);
  tracer.record(printed("x"));
  expect(events().map(({ t }) => t)).toEqual([300, 700, 1000]);
});

test("an expectation that was taken back is not recorded", () => {
  const { clock, tracer, events } = setUp();
  const forget = tracer.expect(100, ready);
  forget();
  clock.block(200);
  tracer.record(printed("x"));
  expect(events().map(({ kind }) => kind)).toEqual(["output"]);
});

test("in a run that can be repeated no real time decides whether a fact is held still", async () => {
  const { clock, tracer, events } = setUp();
  tracer.makeRepeatable();
  tracer.hold(() => printed("taken back"));
  await clock.pass(100);
  tracer.flush();
  expect([tracer.takeBack(), events()]).toEqual([true, []]);
  tracer.hold(() => printed("held"));
  tracer.record(printed("next"));
  expect(events()).toHaveLength(2);
});

test("a run ends once, and what is entered at its prompt follows", () => {
  const { tracer, events } = setUp();
  tracer.end({ kind: "finished" });
  tracer.record(printed("late"));
  tracer.end({ kind: "failed" });
  expect(events().map(({ kind }) => kind)).toEqual(["run-end", "output"]);
});

test("a fact that is held is recorded before the next, with its own time, or not at all", () => {
  const { clock, tracer, events } = setUp();
  tracer.hold(() => printed("held"));
  clock.block(10);
  tracer.record(printed("next"));
  tracer.hold(() => printed("taken back"));
  expect([tracer.takeBack(), tracer.takeBack()]).toEqual([true, false]);
  tracer.hold(() => printed("last"));
  tracer.flush();
  expect(tracer.takeBack()).toBe(false);
  expect(events().map((event) => [event.t, "text" in event && event.text])).toEqual([
    [0, "held"],
    [10, "next"],
    [10, "last"],
  ]);
});

test("the first facts are sent at once, a flood in few messages", async () => {
  const { clock, tracer, messages, events } = setUp();
  tracer.record(printed("first"));
  expect(messages).toHaveLength(1);
  for (let index = 0; index < 10_000; index += 1) tracer.record(printed("flood"));
  expect(messages.length).toBeLessThan(400);
  await clock.pass(100);
  expect(events()).toHaveLength(10_001);
});

test.each([
  [1, 0],
  [31, 0],
  [100, 3],
  [1000, 31],
  [10_000, 63],
])("of %i lines that were printed before a program hangs at most %i have not been sent", (count, unsent) => {
  const { tracer, events } = setUp();
  for (let index = 0; index < count; index += 1) tracer.record(printed("line"));
  expect(events().length).toBeGreaterThanOrEqual(count - unsent);
});

test("facts that come one by one after a flood wait no longer than the page is told of it", async () => {
  const { clock, tracer, events } = setUp();
  for (let index = 0; index < 5000; index += 1) tracer.record(printed("flood"));
  await clock.pass(100);
  tracer.record(printed("after"));
  await clock.pass(pace);
  expect(events().at(-1)).toMatchObject({ text: "after" });
});

test("a program that prints without end is slowed down to a pace that a page can follow", () => {
  const { clock, tracer } = setUp();
  for (let index = 0; index < 60_000; index += 1) tracer.record(printed("flood"));
  expect(clock.now()).toBeGreaterThan(1500);
});

test("so is one that prints few but endless texts", () => {
  const { clock, tracer, events } = setUp();
  for (let index = 0; index < 150; index += 1) tracer.record(printed("x".repeat(100_000)));
  expect(clock.now()).toBeGreaterThan(1500);
  for (let index = 0; index < 150; index += 1) tracer.record(printed("x".repeat(100_000)));
  expect(events().at(-1)).toMatchObject({ kind: "run-end", outcome: { kind: "limit" } });
  expect(events().length).toBeLessThan(202);
});

test("a run that records too much ends with a sentence and a trace without holes", () => {
  const { tracer, events } = setUp();
  for (let index = 0; index < maxEvents + 10; index += 1) tracer.record(printed("flood\n"));
  const trace = foldEvents(events());
  expect(trace.outcome).toEqual({ kind: "limit", reason: expect.stringContaining("200,000") });
  expect(trace.events).toHaveLength(maxEvents + 1);
});

test("in a loop of facts that are taken back nobody asks for the time, until one of them stays", () => {
  const { clock, tracer, events } = setUp();
  const asked = vi.spyOn(clock, "now");
  for (let turn = 0; turn < 10_000; turn += 1) {
    tracer.hold(() => printed("loop"));
    tracer.takeBack();
  }
  expect(asked.mock.calls.length).toBeLessThan(200);
  tracer.hold(() => printed("stays"));
  clock.block(5);
  tracer.record(printed("next"));
  clock.block(5);
  tracer.hold(() => printed("timed"));
  clock.block(5);
  tracer.flush();
  expect(events().map((event) => [event.t, "text" in event && event.text])).toEqual([
    [5, "stays"],
    [5, "next"],
    [10, "timed"],
  ]);
});

test("what is held when the program gives back control is recorded then, not at the next fact", async () => {
  const { clock, tracer, events } = setUp();
  tracer.hold(() => printed("waits"));
  await clock.pass(1000);
  expect(tracer.takeBack()).toBe(false);
  expect(events()).toMatchObject([{ t: 0, text: "waits" }]);
});
