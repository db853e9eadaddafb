// Tests of the mirrors: what they hand to the deck, and what they show while the deck has not answered yet.

import { expect, test, vi } from "vitest";
import type { PaneEvent } from "../../pane/state/pane-event.ts";
import type { FromDesk } from "../link/message.ts";
import { Mirrors } from "./mirrors.ts";

/** A made-up pane, which notes what it is told. */
function mirrored(id = "race-1") {
  const sent: FromDesk[] = [];
  const shown: PaneEvent[] = [];
  let hand: (event: PaneEvent) => void = () => undefined;
  const onChange = vi.fn();
  const mirrors = new Mirrors((message) => sent.push(message), onChange);
  const steer = (take: (event: PaneEvent) => void) => {
    hand = take;
  };
  mirrors.watch([{ id, steer, follow: (event) => shown.push(event), colour: vi.fn() }]);
  const hear = (event: PaneEvent) => mirrors.hear({ kind: "pane", pane: id, event });
  const settle = (number: number) => mirrors.hear({ kind: "done", pane: id, number });
  return { sent, shown, act: (event: PaneEvent) => hand(event), hear, settle, mirrors, onChange };
}

const typed = (text: string): PaneEvent => ({ kind: "text", file: "cow.ts", text });
const run: PaneEvent = { kind: "run" };

test("a mirror asks for its pane, and shows what the deck tells", () => {
  const { sent, shown, hear, onChange } = mirrored();
  expect(sent).toEqual([
    { kind: "watch", panes: [] },
    { kind: "watch", panes: ["race-1"] },
  ]);
  hear(run);
  expect(shown).toEqual([run]);
  expect(onChange).toHaveBeenCalledOnce();
});

test("what is done in a mirror goes to the deck, and shows when it comes back", () => {
  const { sent, shown, act, hear } = mirrored();
  act(run);
  expect(sent.at(-1)).toEqual({ kind: "deed", pane: "race-1", event: run, number: 1 });
  expect(shown).toEqual([]);
  hear(run);
  expect(shown).toEqual([run]);
});

test("what is typed shows at once, and older news of the same text do not undo it", () => {
  const { shown, act, hear, settle } = mirrored();
  act(typed("M"));
  act(typed("Mo"));
  expect(shown).toEqual([typed("M"), typed("Mo")]);
  hear(typed("M"));
  settle(1);
  expect(shown).toHaveLength(2);
  hear(typed("Mo"));
  settle(2);
  expect(shown.slice(2)).toEqual([typed("Mo")]);
});

test("what the deck's own window typed meanwhile is shown in the end", () => {
  const { shown, act, hear, settle } = mirrored();
  act(typed("Moo"));
  hear(typed("Moo"));
  hear(typed("Moo!"));
  settle(1);
  expect(shown.at(-1)).toEqual(typed("Moo!"));
});

test("other events of the pane are shown while a text is on its way", () => {
  const { shown, act, hear } = mirrored();
  act(typed("Moo"));
  hear(run);
  expect(shown.at(-1)).toEqual(run);
});

test("news of a pane that is not shown any more are not shown", () => {
  const { shown, mirrors } = mirrored();
  mirrors.hear({ kind: "pane", pane: "other-1", event: run });
  expect(shown).toEqual([]);
});
