// Tests the rectangles of a picture.

import { expect, test } from "vitest";
import { inside, intersection, isEmpty, lengthText, strips } from "./boxes.ts";

const box = { x: 10, y: 20, width: 100, height: 50 };
const sides = { top: 1, right: 2, bottom: 3, left: 4 };

test("the intersection of two boxes is where they overlap", () => {
  expect(intersection(box, { x: 50, y: 0, width: 100, height: 30 })).toEqual({
    x: 50,
    y: 20,
    width: 60,
    height: 10,
  });
  expect(intersection(box, box)).toEqual(box);
});

test("the intersection of boxes that do not overlap, or only touch, is empty", () => {
  expect(isEmpty(intersection(box, { ...box, x: 110 }))).toBe(true);
  expect(isEmpty(intersection(box, { ...box, y: 500 }))).toBe(true);
  expect(isEmpty(box)).toBe(false);
});

test("the box inside the sides never has a negative size", () => {
  expect(inside(box, sides)).toEqual({ x: 14, y: 21, width: 94, height: 46 });
  expect(inside(box, { ...sides, left: 200 })).toMatchObject({ width: 0 });
});

test("a border lies along the sides", () => {
  expect(strips(box, sides)).toEqual({
    top: { x: 10, y: 20, width: 100, height: 1 },
    right: { x: 108, y: 20, width: 2, height: 50 },
    bottom: { x: 10, y: 67, width: 100, height: 3 },
    left: { x: 10, y: 20, width: 4, height: 50 },
  });
});

test("lengths have at most two decimals", () => {
  expect([1, 0.125, 99.999, -0.5].map(lengthText)).toEqual(["1", "0.13", "100", "-0.5"]);
});
