// Tests of scrolling the newest lane into view.

import { expect, test } from "vitest";
import { nearestTop } from "./follow-lane.ts";

test("the newest lane is brought into view by the shortest way, and a lane in view moves nothing", () => {
  const room = 100;
  expect(nearestTop({ top: 150, bottom: 170 }, 0, room)).toBe(70);
  expect(nearestTop({ top: 20, bottom: 40 }, 70, room)).toBe(20);
  expect(nearestTop({ top: 80, bottom: 100 }, 10, room)).toBe(10);
});

test("a lane that is higher than the area shows its top", () => {
  expect(nearestTop({ top: 50, bottom: 90 }, 0, 20)).toBe(50);
});
