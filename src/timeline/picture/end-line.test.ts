// Tests of the end line of a run, and of the texts beside it.

import { expect, test } from "vitest";
import { picture } from "../../../testing/timeline/made-up-pictures.ts";
import {
  concurrentRun,
  ended,
  ends,
  entered,
  madeUpProgram,
  madeUpRun,
  sequentialRun,
} from "../../../testing/timeline/made-up-runs.ts";
import { Trace } from "../../trace/trace.ts";

const three = ["cow", "pig", "chicken"];

test("the ratio is right of the faster run's total, and only when both have finished", () => {
  const { groups } = picture([sequentialRun(three), concurrentRun(three)]);
  expect(groups.map(({ ratio }) => ratio?.text)).toEqual([undefined, "3.00× faster"]);
  expect(groups[1]?.ratio?.x).toBeGreaterThan(groups[1]?.end?.total?.x ?? 0);
  const unfinished = picture([sequentialRun(three), madeUpRun("Concurrent", [])], 3000);
  expect(unfinished.groups.map(({ ratio }) => ratio)).toEqual([undefined, undefined]);
});

test("a run that has not begun has a heading and no end line", () => {
  const { groups } = picture([sequentialRun(three), { label: "Concurrent", trace: new Trace() }], 3000);
  expect(groups[1]?.heading?.text).toBe("Concurrent");
  expect(groups[1]?.end).toBeUndefined();
});

test("the end line and the total stay where the program ended when the prompt is used later", () => {
  const program = [ends(100, 0), ended(100)];
  const { groups, plot } = picture([madeUpProgram(...program, ...entered(1000, 0, 1, "1 + 1"))]);
  const end = groups[0]?.end;
  expect(end?.x).toBeCloseTo(plot.left + (plot.right - plot.left) / 10);
  expect(end?.total?.text).toBe("0.10\u00a0s");
  expect((end?.total?.x ?? 0) - (end?.x ?? 0)).toBeLessThan(30);
});

test("the total stays in the program's lane, and covers none of it, when the prompt is used soon after", () => {
  for (const later of [101, 110, 140]) {
    const program = [ends(100, 0), ended(100)];
    const run = madeUpProgram(...program, ...entered(later, 0, 1, "1 + 1"));
    const [group] = picture([run], undefined, { width: 592, height: 130 }).groups;
    const main = group?.lanes.find(({ key }) => key === "task-0");
    const { y = 0, size = 0 } = group?.end?.total ?? {};
    expect(size).toBeLessThanOrEqual(main?.height ?? 0);
    // Capitals and digits are about 0.72 of a text's size.
    expect(y - 0.72 * size).toBeGreaterThanOrEqual(main?.y ?? Number.POSITIVE_INFINITY);
    expect(y).toBeLessThanOrEqual((main?.y ?? 0) + (main?.height ?? 0));
  }
});
