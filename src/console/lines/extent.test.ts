// Tests of which lines the console keeps and draws.

import { expect, test } from "vitest";
import { type Extent, isComplete, length, nextStep, page, perFrame, wantedExtent } from "./extent.ts";

const none: Extent = { first: 0, end: 0 };

function frames(drawn: Extent, wanted: Extent): { readonly drawn: Extent; readonly count: number } {
  let [now, count] = [drawn, 0];
  while (!isComplete(now, wanted)) {
    if (count > 1000) throw new Error(`Still at ${now.first}–${now.end} after ${count} frames.`);
    const step = nextStep(now, wanted);
    expect(length(step.append) + length(step.prepend)).toBeLessThanOrEqual(perFrame);
    now = step.drawn;
    count += 1;
  }
  return { drawn: now, count };
}

test("all of a few lines are wanted; of many lines, the newest page", () => {
  expect(wantedExtent(3, 1)).toEqual({ first: 0, end: 3 });
  expect(wantedExtent(10_000, 1)).toEqual({ first: 8000, end: 10_000 });
});

test("each page that the viewer asks for reveals as many earlier lines, up to the first line", () => {
  expect(wantedExtent(10_000, 2).first).toBe(10_000 - 2 * page);
  expect(wantedExtent(10_000, 6).first).toBe(0);
});

test("of ten thousand lines at once, the first frame draws the newest, and only one page is ever drawn", () => {
  const wanted = wantedExtent(10_000, 1);
  expect(nextStep(none, wanted).drawn).toEqual({ first: 10_000 - perFrame, end: 10_000 });
  expect(frames(none, wanted)).toEqual({ drawn: wanted, count: page / perFrame });
});

test("a new line is added below, and the oldest falls out of a full page", () => {
  const step = nextStep({ first: 0, end: 2000 }, wantedExtent(2001, 1));
  expect(step.drop).toBe(1);
  expect(step.append).toEqual({ first: 2000, end: 2001 });
  expect(step.drawn).toEqual({ first: 1, end: 2001 });
});

test("after a flood of lines, the old lines are dropped in favour of the newest", () => {
  const step = nextStep({ first: 0, end: 200 }, wantedExtent(9000, 1));
  expect(step.drop).toBe(200);
  expect(step.append).toEqual({ first: 9000 - perFrame, end: 9000 });
});

test("earlier lines are added above, nearest first, a frame's share at a time", () => {
  const step = nextStep({ first: 8000, end: 10_000 }, wantedExtent(10_000, 2));
  expect(step.prepend).toEqual({ first: 8000 - perFrame, end: 8000 });
  expect(frames({ first: 8000, end: 10_000 }, wantedExtent(10_000, 2)).drawn.first).toBe(6000);
});

test("newest lines come before earlier ones", () => {
  const step = nextStep({ first: 500, end: 1000 }, { first: 0, end: 1500 });
  expect(length(step.append)).toBe(perFrame);
  expect(length(step.prepend)).toBe(0);
});
