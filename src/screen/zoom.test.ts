import { expect, test } from "vitest";
import { isEnlarged, zoomOf } from "./zoom.ts";

const full = { outerWidth: 1280, outerHeight: 800, innerWidth: 1280, innerHeight: 700 };

test("a page that is shown at twice its size is enlarged", () => {
  const zoomed = { ...full, innerWidth: 640, innerHeight: 350 };
  expect([zoomOf(zoomed), isEnlarged(zoomed)]).toEqual([2, true]);
});

test.each([
  ["the browser's bars", full],
  ["tools beside the page", { ...full, innerWidth: 640 }],
  ["tools below the page", { ...full, innerHeight: 350 }],
  ["a little zoom", { ...full, innerWidth: 1024, innerHeight: 560 }],
])("%s do not count as enlarged", (_, sizes) => {
  expect(isEnlarged(sizes)).toBe(false);
});
