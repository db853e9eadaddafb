// Tests that the bench finds the page's own tasks in a browser's trace.

import { expect, test } from "vitest";
import { tasksOf } from "./tasks.mjs";

const page = { pid: 7, tid: 1 };
const events = [
  { name: "RunTask", ...page, ts: 9000, dur: 500, tdur: 400 },
  { name: "begin", ...page, ts: 10_000 },
  { name: "RunTask", ...page, ts: 90_000, dur: 60_000, tdur: 20_000 },
  { name: "RunTask", ...page, ts: 30_000, dur: 5000 },
  { name: "RunTask", pid: 8, tid: 1, ts: 30_000, dur: 99_000 },
  { name: "Layout", ...page, ts: 91_000, dur: 1000 },
];

test("the tasks are those of the thread with the beginning, in order, in milliseconds since then", () => {
  expect(tasksOf(events, ({ name }) => name === "begin")).toEqual([
    { start: 20, wall: 5, cpu: 5 },
    { start: 80, wall: 60, cpu: 20 },
  ]);
});

test("a trace without the beginning is an error, not an empty list", () => {
  expect(() => tasksOf(events, () => false)).toThrow("no beginning");
});
