// Tests of telling touched panes from untouched ones.

import { expect, test } from "vitest";
import { race } from "../../../testing/pane/made-up-pane.ts";
import { finished, runStart, traceOf } from "../../../testing/trace/made-up-events.ts";
import { record } from "../../trace/recording/recording.ts";
import { next } from "./next.ts";
import type { PaneEvent } from "./pane-event.ts";
import { firstState } from "./pane-state.ts";
import { isTouched } from "./touched.ts";

function after(...events: PaneEvent[]) {
  return events.reduce(next, firstState(race));
}

test("what the deck does to every pane leaves it untouched", () => {
  const woken = after(
    { kind: "draft", draft: {} },
    { kind: "code-size", size: 24 },
    { kind: "problem", text: null },
    { kind: "halt" },
    { kind: "leave" },
  );
  expect(isTouched(woken)).toBe(false);
});

test.each<PaneEvent>([
  { kind: "text", file: "cow.ts", text: "moo" },
  { kind: "prompt-text", text: "moo" },
  { kind: "split", split: { columns: 0.3 } },
  { kind: "maximise", area: "code" },
  { kind: "hint", text: "Moo." },
  { kind: "problem", text: "Moo." },
  { kind: "speed", speed: 2 },
])("a pane is touched by $kind", (event) => {
  expect(isTouched(after(event))).toBe(true);
});

test("the deck's recording in place of runs can be shown again, but not what was done with it", () => {
  const shown: PaneEvent = {
    kind: "runs-shown",
    source: "recorded",
    runs: record([traceOf([0, runStart], [5, finished])]).runs,
  };
  expect(isTouched(after(shown))).toBe(false);
  expect(isTouched(after(shown, { kind: "problem", text: "Workers are switched off." }))).toBe(true);
  expect(isTouched(after(shown, { kind: "seek", position: { t: 0, seq: 0 } }))).toBe(true);
  expect(isTouched(after({ ...shown, source: "opened" }))).toBe(true);
});

test("a change that was taken back leaves no trace", () => {
  const original = race.originals.get("cow.ts") ?? "";
  const typed = after({ kind: "text", file: "cow.ts", text: "moo" });
  expect(isTouched(next(typed, { kind: "text", file: "cow.ts", text: original }))).toBe(false);
});
