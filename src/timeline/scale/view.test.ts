// Tests of zooming and panning.

import { expect, test } from "vitest";
import { panned, within, zoomed, zoomedByStep } from "./view.ts";

const all = { from: 0, to: 6000 };

test("what the viewer points at stays where it is", () => {
  expect(zoomed(all, 2000, 2, all)).toEqual({ from: 1000, to: 4000 });
  expect(zoomed({ from: 1000, to: 4000 }, 1000, 3, all)).toEqual({ from: 1000, to: 2000 });
});

test("farther away than the whole axis is the whole axis", () => {
  expect(zoomed({ from: 1000, to: 4000 }, 2000, 0.4, all)).toBeUndefined();
  expect(zoomedByStep(all, -1, all)).toBeUndefined();
});

test("a window stays inside the axis, as long as it was", () => {
  expect(panned({ from: 1000, to: 4000 }, 5000, all)).toEqual({ from: 3000, to: 6000 });
  expect(panned({ from: 1000, to: 4000 }, -5000, all)).toEqual({ from: 0, to: 3000 });
  expect(within({ from: -100, to: 7000 }, all)).toBeUndefined();
});

test("there is an end to zooming", () => {
  let window = all;
  for (let step = 0; step < 100; step += 1) window = zoomedByStep(window, 1, all) ?? all;
  expect(window.to - window.from).toBeCloseTo(0.5);
});
