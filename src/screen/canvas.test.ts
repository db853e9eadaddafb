import { expect, test } from "vitest";
import { canvasSize } from "./canvas.ts";

test("screens and projectors get 16:9, whatever their own shape", () => {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
    [1024, 768],
    [844, 390],
  ] as const) {
    expect(canvasSize(width, height)).toEqual({ width: 1280, height: 720 });
  }
});

test("a phone held upright gets a canvas of its own shape", () => {
  expect(canvasSize(390, 844)).toEqual({ width: 640, height: 1385 });
});

test("the height of the upright canvas has a minimum, for panes, and a maximum", () => {
  expect(canvasSize(790, 1000)).toEqual({ width: 640, height: 960 });
  expect(canvasSize(200, 1000)).toEqual({ width: 640, height: 1600 });
});

test("something that covers the lower end of an upright window makes the canvas lower, but never landscape", () => {
  expect(canvasSize(390, 844, 100)).toEqual({ width: 640, height: 1221 });
  expect(canvasSize(390, 844, 400)).toEqual({ width: 640, height: 1200 });
  expect(canvasSize(768, 1024, 400)).toEqual({ width: 640, height: 1200 });
  expect(canvasSize(1280, 720, 200)).toEqual({ width: 1280, height: 720 });
});
