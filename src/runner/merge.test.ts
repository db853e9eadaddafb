// Tests that events of several threads come in the order of their numbers.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SentEvent } from "../protocol/protocol.ts";
import { Merge } from "./merge.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function event(seq: number): SentEvent {
  return { seq, t: seq, kind: "output", task: 0, level: "log", text: "Moo!\n" };
}

/** A merge of several threads, and the numbers that it has passed on. */
function setUp() {
  const passed: number[] = [];
  const merge = new Merge((events) => void passed.push(...events.map((each) => each.event.seq)));
  return { merge, passed };
}

test("while there is one thread, its events go on at once", () => {
  const { merge, passed } = setUp();
  merge.take(0, [event(0), event(1)]);
  expect(passed).toEqual([0, 1]);
});

test("an event waits for those before it, of whatever thread", () => {
  const { merge, passed } = setUp();
  merge.take(0, [event(0)]);
  merge.begin();
  merge.take(1, [event(2), event(4)]);
  expect(passed).toEqual([0]);
  merge.take(0, [event(1), event(3)]);
  expect(passed).toEqual([0, 1, 2, 3, 4]);
});

test("an event that a terminated thread has not sent is not waited for; if it comes after all, it is not lost", () => {
  const { merge, passed } = setUp();
  merge.begin();
  merge.take(1, [event(1)]);
  vi.advanceTimersByTime(900);
  expect(passed).toEqual([]);
  merge.lose();
  vi.advanceTimersByTime(200);
  expect(passed).toEqual([1]);
  merge.take(0, [event(0), event(2)]);
  expect(passed).toEqual([1, 0, 2]);
});

test("a thread that computes with events unsent does not hold up the others for ever, however much they do", () => {
  const { merge, passed } = setUp();
  merge.begin();
  for (let seq = 1; seq <= 12; seq += 1) {
    merge.take(1, [event(seq)]);
    vi.advanceTimersByTime(100);
  }
  expect(passed).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  merge.take(0, [event(0), event(13)]);
  expect(passed.slice(-2)).toEqual([0, 13]);
});

test("the text of an output that waits is filled in", () => {
  const texts: string[] = [];
  const merge = new Merge((events) => {
    for (const { event } of events)
      if (event.kind === "output") texts.push(`${event.text}${event.isOpen ?? ""}`);
  });
  merge.begin();
  merge.take(1, [{ ...event(1), isOpen: true }]);
  expect([merge.fill(1, "filled"), merge.fill(0, "unknown")]).toEqual([true, false]);
  merge.take(0, [event(0)]);
  expect(texts).toEqual(["Moo!\n", "filled"]);
});

test("calls back once all events before a number have gone on", () => {
  const { merge, passed } = setUp();
  const call = vi.fn(() => passed.length);
  merge.begin();
  merge.take(0, [event(0)]);
  merge.whenAt(3, call);
  merge.take(1, [event(2)]);
  expect(call).not.toHaveBeenCalled();
  merge.take(0, [event(1)]);
  expect(call).toHaveBeenCalledTimes(1);
  expect(call).toHaveReturnedWith(3);
});

test("does not call back if something has happened since", () => {
  const { merge } = setUp();
  const call = vi.fn();
  merge.begin();
  merge.take(0, [event(0)]);
  merge.whenAt(2, call);
  merge.take(1, [event(2)]);
  merge.take(0, [event(1)]);
  vi.advanceTimersByTime(2000);
  expect(call).not.toHaveBeenCalled();
});

test("at the end of a run all events go on in order", () => {
  const { merge, passed } = setUp();
  merge.begin();
  merge.take(1, [event(5)]);
  merge.take(2, [event(3)]);
  merge.release();
  expect(passed).toEqual([3, 5]);
});
