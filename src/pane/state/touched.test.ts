// Tests of telling touched panes from untouched ones.

import { expect, test } from "vitest";
import { race } from "../../../testing/pane/made-up-pane.ts";
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

test("a change that was taken back leaves no trace", () => {
  const original = race.originals.get("cow.ts") ?? "";
  const typed = after({ kind: "text", file: "cow.ts", text: "moo" });
  expect(isTouched(next(typed, { kind: "text", file: "cow.ts", text: original }))).toBe(false);
});
