// Tests of storing the results of runs.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TraceEvent } from "../../trace/events/events.ts";
import { type Recording, record } from "../../trace/recording/recording.ts";
import { foldEvents } from "../../trace/trace.ts";
import { loadResults, saveResults } from "./stored-runs.ts";

beforeEach(() => {
  const items = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  });
});

afterEach(() => vi.unstubAllGlobals());

/** Returns the recording of a program that prints so many lines. */
function printing(count: number): Recording {
  const lines = Array.from({ length: count }, (_, line): TraceEvent => {
    return { seq: line + 1, t: line, kind: "output", task: 0, level: "log", text: "Moo\n" };
  });
  return record([foldEvents([{ seq: 0, t: 0, kind: "run-start", entry: "cow.ts" }, ...lines])]);
}

test("a recording is stored until the next one", () => {
  saveResults("race-1", printing(3));
  expect(loadResults("race-1")).toEqual(printing(3));
  expect(loadResults("race-2")).toBeUndefined();
  saveResults("race-1", printing(1));
  expect(loadResults("race-1")).toEqual(printing(1));
});

test.each([4_000, 10_000])("%d lines are too many, and remove the recording before", (count) => {
  saveResults("race-1", printing(3));
  saveResults("race-1", printing(count));
  expect(loadResults("race-1")).toBeUndefined();
});
