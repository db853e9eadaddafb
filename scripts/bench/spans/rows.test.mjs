// The rows of the bench's group "spans" set the four ways to draw side by side.

import { expect, test } from "vitest";
import { rowsOf } from "./rows.mjs";

/** @param {number} draw @param {number} fps */
function measured(draw, fps) {
  return { draw, fps, gap: 20, cpu: 5, data: 1000, heap: 2000, nodes: 3000 };
}

const others = { canvas: [measured(10, 60)], d3: [measured(1000, 2)] };

test("each way has its column, and the ratio is against the canvas", () => {
  const rows = rowsOf("few", { ours: [measured(50, 60)], ...others, vis: [measured(20, 30)] }, 20_000);
  expect(rows[0]).toEqual({
    figure: "few: first picture",
    ours: "50.0 ms",
    bare: "10.0 ms",
    others: { D3: "1000 ms", "vis-timeline": "20.0 ms" },
    ratio: "5.00×",
    aim: "under 100 ms",
    met: true,
  });
});

test("whoever took too long for a first picture has no other figures", () => {
  const rows = rowsOf("many", { ours: [measured(50, 60)], ...others, vis: [measured(9, 9), {}] }, 20_000);
  expect(rows.map(({ others }) => others?.["vis-timeline"])).toEqual(["over 20 s", ..."––––––"]);
});

test.each([
  [58.5, 60, true],
  [30, 40, true],
  [30, 60, false],
])("%d frames per second beside %d of the canvas: met is %s", (fps, bare, met) => {
  const all = { ours: [measured(50, fps)], ...others, canvas: [measured(10, bare)], vis: [{}] };
  expect(rowsOf("many", all, 20_000)[1]?.met).toBe(met);
});
