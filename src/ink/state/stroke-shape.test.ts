// Tests of the outlines of strokes, of the eraser and of the laser pointer's trail.

import { getStroke } from "perfect-freehand";
import { expect, test } from "vitest";
import type { InkPoint, Stroke } from "./ink-event.ts";
import { eraserReach, outlinePath, penWidth, smoothPath, touched } from "./stroke-shape.ts";
import { type Passed, trailPath, trailTime } from "./trail.ts";

function stroke(...points: readonly InkPoint[]): Stroke {
  return { id: "a", colour: "red", hasPressure: true, points };
}

/** The highest and lowest second coordinate of a path. */
function spread(path: string): number {
  const heights = [...path.matchAll(/-?[\d.]+ (-?[\d.]+)/g)].map(([, y]) => Number(y));
  return Math.max(...heights) - Math.min(...heights);
}

const line = (pressure: number) =>
  stroke(...Array.from({ length: 20 }, (_, index): InkPoint => [index * 10, 0, pressure]));

test("a stroke is wider the more it is pressed", () => {
  const [light, firm] = [0.2, 0.9].map((pressure) => spread(outlinePath(line(pressure), getStroke)));
  expect(light).toBeGreaterThan(1);
  expect(firm).toBeGreaterThan(2 * Number(light));
});

test("a single point is a dot of about the pen's width", () => {
  const dot = spread(outlinePath(stroke([50, 50, 0.5]), getStroke));
  expect(dot).toBeGreaterThan(penWidth / 3);
  expect(dot).toBeLessThan(2 * penWidth);
});

test("a path without corners is empty, and another is closed", () => {
  expect(smoothPath([])).toBe("");
  const corners = [
    { x: 0, y: 0 },
    { x: 2, y: 0 },
    { x: 2, y: 2 },
  ];
  expect(smoothPath(corners)).toBe("M1.0 1.0Q0.0 0.0 1.0 0.0Q2.0 0.0 2.0 1.0Q2.0 2.0 1.0 1.0Z");
});

const upright = stroke([100, 0, 0.5], [100, 200, 0.5]);

test("the eraser touches a stroke within its reach, and one that it crosses between two events", () => {
  const at = (x: number, y: number) => ({ x, y });
  const near = 100 - eraserReach;
  expect(touched([upright], at(near, 50), at(near, 50))).toEqual(["a"]);
  expect(touched([upright], at(near - penWidth, 50), at(near - penWidth, 50))).toEqual([]);
  expect(touched([upright], at(0, 50), at(300, 60))).toEqual(["a"]);
  expect(touched([upright], at(0, 250), at(300, 250))).toEqual([]);
});

test("a dot can be erased", () => {
  expect(touched([stroke([5, 5, 0.5])], { x: 8, y: 8 }, { x: 8, y: 8 })).toEqual(["a"]);
});

test("the trail is empty until the pointer moves, and again some time after", () => {
  const passed: Passed[] = [
    { x: 0, y: 0, time: 0 },
    { x: 10, y: 0, time: 10 },
    { x: 20, y: 0, time: 20 },
  ];
  expect(trailPath(passed.slice(0, 1), 0)).toBe("");
  expect(trailPath(passed, 20)).toMatch(/^M.*Z$/);
  expect(trailPath(passed, 20 + trailTime)).toBe("");
});
