// Tests the rows of the group "spans", which compare the timeline with the canvas.

import { expect, test } from "vitest";
import { rowsOf } from "./rows.mjs";

/** @param {number} draw @param {number} fps */
function measured(draw, fps) {
  return { draw, fps, gap: 20, cpu: 5, heap: 2000, nodes: 3000 };
}

test("a row has both medians, and the ratio is against the canvas", () => {
  const ours = [measured(50, 60), measured(60, 60), measured(40, 60)];
  expect(rowsOf("few", { ours, canvas: [measured(10, 60)] })[0]).toEqual({
    figure: "few: first picture",
    ours: "50.0 ms",
    bare: "10.0 ms",
    ratio: "5.00×",
    aim: "under 100 ms",
    met: true,
  });
});

test.each([
  [58.5, 60, true],
  [30, 40, true],
  [30, 60, false],
])("%d frames per second beside %d of the canvas: met is %s", (fps, bare, met) => {
  const all = { ours: [measured(50, fps)], canvas: [measured(10, bare)] };
  expect(rowsOf("many", all)[1]?.met).toBe(met);
});
