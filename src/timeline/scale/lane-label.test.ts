// Tests of the lanes' labels, and of the label column.

import { expect, test } from "vitest";
import { picture, wide } from "../../../testing/timeline/made-up-pictures.ts";
import {
  concurrentProgram,
  sequentialProgram,
  sequentialRun,
} from "../../../testing/timeline/made-up-runs.ts";
import type { TimelineLayout } from "../picture/layout.ts";

const three = ["cow", "pig", "chicken"];
const twelve = [..."abcdefghijkl"];

function labels({ groups }: TimelineLayout) {
  return groups.flatMap(({ lanes }) => lanes.map((lane) => (lane.kind === "note" ? undefined : lane.label)));
}

test("the label column keeps its width when a longer animal comes", () => {
  const lefts = [["cow"], ["cow", "rooster"]].map((names) => picture([sequentialRun(names)]).plot.left);
  expect(lefts[0]).toBe(lefts[1]);
});

test("a long label is cut, and the plot keeps its place", () => {
  const [label] = labels(picture([sequentialRun(["a-very-long-name-that-nobody-would-read"])]));
  expect(label?.text).toBe("a-very-long-name…");
});

test("the label column keeps its width when a coroutine of a longer animal comes", () => {
  const lefts = [["cow"], ["cow", "chicken"]].map((names) => picture([sequentialProgram(names)]).plot.left);
  expect(lefts[0]).toBe(lefts[1]);
});

test("the lanes of a single run keep readable labels and scroll, however many there are", () => {
  const sizes = [{ width: 1180, height: 130 }, wide, { width: 340, height: 170 }];
  for (const size of sizes) {
    const drawn = picture([sequentialProgram(twelve)], undefined, size);
    const heights = drawn.groups[0]?.lanes.map(({ height }) => height) ?? [];
    expect([heights[0], heights[1], Math.min(...heights.slice(2))]).toEqual([16, 17, 20]);
    expect(labels(drawn).filter((label) => label === undefined)).toEqual([]);
    expect(drawn.height).toBeGreaterThan(size.height);
  }
});

test("the call of the animal with a long name is never cut, not even in a race or beside a narrow pane", () => {
  const program = sequentialProgram(three);
  const widths = [1180, 592, 560];
  const pictures = widths.flatMap((width) => [
    picture([program], undefined, { width, height: 140 }),
    picture([program, concurrentProgram(three)], undefined, { width, height: 500 }),
  ]);
  for (const drawn of pictures) {
    expect(labels(drawn).map((label) => label?.text)).toContain('speak("chicken")');
  }
});

test("the label column leaves more than half of a narrow picture to the lanes", () => {
  const { plot } = picture([sequentialProgram(three)], undefined, { width: 340, height: 300 });
  expect(plot.left).toBeLessThan(170);
});
