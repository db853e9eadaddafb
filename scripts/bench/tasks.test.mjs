// The bench finds the page's own tasks in a browser's trace, and the scripts that they come from.

import { expect, test } from "vitest";
import { sourceOf, tasksOf } from "./tasks.mjs";

const page = { pid: 7, tid: 1 };
const events = [
  { name: "RunTask", ...page, ts: 9000, dur: 500, tdur: 400 },
  { name: "begin", ...page, ts: 10_000 },
  { name: "RunTask", ...page, ts: 90_000, dur: 60_000, tdur: 20_000 },
  { name: "RunTask", ...page, ts: 30_000, dur: 5000 },
  { name: "RunTask", pid: 8, tid: 1, ts: 30_000, dur: 99_000 },
  { name: "Layout", ...page, ts: 91_000, dur: 1000 },
];

test("tasks are those of the thread that begins, in milliseconds since then, in order", () => {
  expect(tasksOf(events, ({ name }) => name === "begin")).toEqual([
    { start: 20, wall: 5, cpu: 5 },
    { start: 80, wall: 60, cpu: 20 },
  ]);
});

test("a trace without the beginning is an error and not an empty list", () => {
  expect(() => tasksOf(events, () => false)).toThrow("no beginning");
});

test("a task comes from the script that shares most of its time", () => {
  const scripts = [
    { start: 70, duration: 20, from: "before" },
    { start: 95, duration: 40, from: "most" },
  ];
  expect(sourceOf({ start: 80, wall: 60, cpu: 20 }, scripts)).toBe("most");
});

test("a task that shares little time with any script is the browser's own work", () => {
  const scripts = [{ start: 135, duration: 40, from: "after" }];
  expect(sourceOf({ start: 80, wall: 60, cpu: 20 }, scripts)).toBe("style, layout and paint");
});
