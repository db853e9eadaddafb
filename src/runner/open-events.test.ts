import { afterEach, expect, test, vi } from "vitest";
import type { SentEvent } from "../protocol/protocol.ts";
import type { TraceEvent } from "../trace/events/events.ts";
import { OpenEvents } from "./open-events.ts";

afterEach(() => vi.useRealTimers());

function output(seq: number, text: string): SentEvent {
  return { seq, t: 0, kind: "output", task: 0, level: "log", text };
}

function open(seq: number, text: string): SentEvent {
  return { ...output(seq, text), isOpen: true };
}

function setUp() {
  vi.useFakeTimers();
  const appended: TraceEvent[] = [];
  return { appended, events: new OpenEvents((more) => appended.push(...more)) };
}

test("events behind a text that is not known wait for it", () => {
  const { appended, events } = setUp();
  events.take([output(0, "a"), open(1, "?"), output(2, "c"), open(3, "?")]);
  expect(appended).toEqual([output(0, "a")]);
  events.fill(3, "d");
  expect(appended).toHaveLength(1);
  events.fill(1, "b");
  expect(appended).toEqual([output(0, "a"), output(1, "b"), output(2, "c"), output(3, "d")]);
});

test("a text that does not come is shown as it was", () => {
  const { appended, events } = setUp();
  events.take([open(0, "?")]);
  events.take([output(1, "b")]);
  vi.advanceTimersByTime(2999);
  expect(appended).toEqual([]);
  vi.advanceTimersByTime(1);
  events.fill(0, "late");
  expect(appended).toEqual([output(0, "?"), output(1, "b")]);
});

test("the end of a run lets all go at once", () => {
  const { appended, events } = setUp();
  events.take([open(0, "?"), output(1, "b")]);
  events.release();
  vi.advanceTimersByTime(5000);
  expect(appended).toEqual([output(0, "?"), output(1, "b")]);
});
