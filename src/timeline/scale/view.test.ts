// Tests of zooming and panning.

import { expect, test } from "vitest";
import { panned, within, zoomed, zoomedByStep } from "./view.ts";

const all = { from: 0, to: 6000 };

test("zooming keeps the time under the pointer in place", () => {
  expect(zoomed(all, 2000, 2, all)).toEqual({ from: 1000, to: 4000 });
  expect(zoomed({ from: 1000, to: 4000 }, 1000, 3, all)).toEqual({ from: 1000, to: 2000 });
});

test("zooming out further than the whole axis shows the whole axis", () => {
  expect(zoomed({ from: 1000, to: 4000 }, 2000, 0.4, all)).toBeUndefined();
  expect(zoomedByStep(all, -1, all)).toBeUndefined();
});

test("panning keeps the window inside the axis, and keeps its length", () => {
  expect(panned({ from: 1000, to: 4000 }, 5000, all)).toEqual({ from: 3000, to: 6000 });
  expect(panned({ from: 1000, to: 4000 }, -5000, all)).toEqual({ from: 0, to: 3000 });
  expect(within({ from: -100, to: 7000 }, all)).toBeUndefined();
});

test("zooming in has a limit", () => {
  let window = all;
  for (let step = 0; step < 100; step += 1) window = zoomedByStep(window, 1, all) ?? all;
  expect(window.to - window.from).toBeCloseTo(0.5);
});
