// Tests of the chosen view, and of how it follows a run.

import { expect, test } from "vitest";
import { looks, sequentialRun } from "../../../testing/timeline/made-up-runs.ts";
import { layoutTimeline } from "../picture/layout.ts";
import { Viewing } from "./viewing.ts";

const run = sequentialRun(["cow", "pig", "chicken"]);

function layoutOf(viewing: Viewing) {
  return layoutTimeline([run], undefined, looks, { width: 1180, height: 260 }, viewing.view);
}

test("zooming keeps what is under the pointer there, and panning moves with it", () => {
  const viewing = new Viewing();
  const x = layoutOf(viewing).x(1000);
  viewing.zoomAround(x, 3, layoutOf(viewing), undefined);
  expect(layoutOf(viewing).x(1000)).toBeCloseTo(x);
  expect(layoutOf(viewing).isZoomed).toBe(true);
  viewing.panBy(50, layoutOf(viewing));
  expect(layoutOf(viewing).x(1000)).toBeCloseTo(x + 50);
  viewing.setWindow(undefined);
  expect(layoutOf(viewing).isZoomed).toBe(false);
});

test("zooming to a part leaves a little space around it", () => {
  const viewing = new Viewing();
  viewing.zoomTo({ from: 1000, to: 2000 }, layoutOf(viewing));
  expect(viewing.view.window).toEqual({ from: 940, to: 2060 });
});

test("a playhead that leaves the window moves the window", () => {
  const viewing = new Viewing();
  viewing.setWindow({ from: 0, to: 500 });
  viewing.show(800, layoutOf(viewing));
  expect(viewing.view.window).toEqual({ from: 300, to: 800 });
  viewing.show(400, layoutOf(viewing));
  expect(viewing.view.window).toEqual({ from: 300, to: 800 });
});

test("a window that reaches the present follows it until the viewer pans", () => {
  const viewing = new Viewing();
  viewing.zoomAround(layoutOf(viewing).plot.right, 4, layoutOf(viewing), 2900);
  const first = viewing.view.window;
  viewing.follow(3500);
  expect(viewing.view.window?.to).toBeGreaterThanOrEqual(3500);
  expect((viewing.view.window?.to ?? 0) - (viewing.view.window?.from ?? 0)).toBeCloseTo(
    (first?.to ?? 0) - (first?.from ?? 0),
  );
  viewing.panStep(-1, layoutOf(viewing));
  const still = viewing.view.window;
  viewing.follow(9000);
  expect(viewing.view.window).toEqual(still);
});

test("lanes are folded and unfolded, one by one or all at once", () => {
  const viewing = new Viewing();
  viewing.toggleFold("a task-0");
  expect([...viewing.view.folded]).toEqual(["a task-0"]);
  viewing.toggleFold("a task-0");
  expect(viewing.view.folded.size).toBe(0);
  viewing.foldAll(["a task-0", "a task-1"]);
  expect(viewing.view.folded.size).toBe(2);
});
