// Tests that the rules for Chrome traces find mistakes.

import { expect, test } from "vitest";
import { formatProblems } from "./trace-event-rules.ts";

const names = [
  { ph: "M", pid: 1, tid: 1, name: "process_name", args: { name: "a" } },
  { ph: "M", pid: 1, tid: 1, name: "thread_name", args: { name: "a" } },
];
const at = { pid: 1, tid: 1, cat: "a", name: "a", ts: 5 };
const slice = { ...at, ph: "X", dur: 5 };

test.each([
  ["an unknown phase", [{ ...at, ph: "Q" }]],
  ["a length below zero", [{ ...slice, dur: -1 }]],
  ["slices that overlap", [slice, { ...slice, ts: 7 }]],
  ["an end without a beginning", [{ ...at, ph: "e", id: "1" }]],
  ["a beginning without an end", [{ ...at, ph: "b", id: "1" }]],
  ["an arrow to nowhere", [slice, { ...at, ph: "s", id: "1" }]],
  ["a thread without a name", [{ ...slice, tid: 2 }]],
  ["a counter without numbers", [{ ...at, ph: "C", args: { a: "b" } }]],
  ["an instant without a scope", [{ ...at, ph: "i" }]],
])("the rules find %s", (_, events) => {
  const text = JSON.stringify({ displayTimeUnit: "ms", traceEvents: [...names, ...events] });
  expect(formatProblems(text)).toHaveLength(1);
});

test("the rules find no fault with nothing", () => {
  expect(formatProblems(`{"displayTimeUnit":"ns","traceEvents":[]}`)).toEqual([]);
});
