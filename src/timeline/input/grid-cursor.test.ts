// Tests of moving the cursor in the grid of lanes.

import { expect, test } from "vitest";
import { type GridCursor, type GridLine, gridMove } from "./grid-cursor.ts";

const lines: GridLine[] = [
  { key: "loop", level: 1, parts: 4, isFolded: undefined },
  { key: "main", level: 1, parts: 2, isFolded: false },
  { key: "cow", level: 2, parts: 3, isFolded: undefined },
  { key: "pig", level: 2, parts: 3, isFolded: true },
];

function after(keys: readonly string[], from?: GridCursor) {
  let cursor = from;
  for (const key of keys) {
    const move = gridMove(key, lines, cursor, () => 1);
    if (move?.kind === "go") cursor = move.cursor;
  }
  return cursor;
}

test("the first key goes to the first lane, up and down go from lane to lane, and stop at the ends", () => {
  expect(after(["ArrowDown"])).toEqual({ line: "loop", part: undefined });
  expect(after(["ArrowDown", "ArrowDown", "ArrowDown"])).toEqual({ line: "cow", part: undefined });
  expect(after(Array(9).fill("ArrowDown"))).toEqual({ line: "pig", part: undefined });
  expect(after(["PageDown"])?.line).toBe("pig");
  expect(after(["PageUp"], { line: "pig", part: undefined })?.line).toBe("loop");
  expect(after(["Home"], { line: "pig", part: undefined })?.line).toBe("loop");
});

test("right goes into a lane, to the part at the playhead, and along it; left goes back out of it", () => {
  const cow = { line: "cow", part: undefined };
  expect(after(["ArrowRight"], cow)).toEqual({ line: "cow", part: 1 });
  expect(after(["ArrowRight", "ArrowRight", "ArrowRight"], cow)).toEqual({ line: "cow", part: 2 });
  expect(after(["ArrowRight", "ArrowLeft", "ArrowLeft"], cow)).toEqual(cow);
  expect(after(["ArrowRight", "Home"], cow)).toEqual({ line: "cow", part: 0 });
});

test("down from a part is to a part of the next lane", () => {
  expect(after(["ArrowDown"], { line: "cow", part: 0 })).toEqual({ line: "pig", part: 1 });
});

test("left folds an unfolded lane, and goes from a lane below to its parent", () => {
  const at = (line: string) => ({ line, part: undefined });
  expect(gridMove("ArrowLeft", lines, at("main"), () => 0)).toEqual({ kind: "fold", line: "main" });
  expect(after(["ArrowLeft"], at("cow"))).toEqual(at("main"));
  expect(gridMove("ArrowRight", lines, at("pig"), () => 0)).toEqual({ kind: "fold", line: "pig" });
});

test("without lanes no key does anything", () => {
  expect(gridMove("ArrowDown", [], undefined, () => 0)).toBeUndefined();
});
