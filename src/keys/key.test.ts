// Tests looking up a key press.

import { expect, test } from "vitest";
import { type KeyRecord, linesOf, pressed, pressedWithShift } from "./key.ts";

const labels = ["X", "?", "+", "−", "←", "⇧ ←", "Space", "F9", "Alt →", "Ctrl/⌘ .", "Ctrl/⌘ ⇧ >", "Ctrl C"];
/** Records in which each key has its own label as its action. */
const records: readonly KeyRecord<string>[] = labels.map((label) => ({ keys: { [label]: label }, does: "" }));

/** Makes a key press from text, for example "Shift+ArrowLeft". */
function press(text: string) {
  const parts = text.split("+");
  const key = text.endsWith("+") ? "+" : (parts.at(-1) ?? "");
  const has = (name: string) => parts.slice(0, -1).includes(name);
  return {
    key,
    altKey: has("Alt"),
    ctrlKey: has("Ctrl"),
    metaKey: has("Meta"),
    shiftKey: has("Shift"),
  };
}

test.each([
  ["x", "X"],
  ["X", "X"],
  ["Shift+X", "X"],
  ["Shift+?", "?"],
  ["?", "?"],
  ["Shift++", "+"],
  ["=", "+"],
  ["-", "−"],
  ["ArrowLeft", "←"],
  ["Shift+ArrowLeft", "⇧ ←"],
  [" ", "Space"],
  ["F9", "F9"],
  ["Alt+ArrowRight", "Alt →"],
  ["Ctrl+.", "Ctrl/⌘ ."],
  ["Meta+.", "Ctrl/⌘ ."],
  ["Ctrl+Shift+>", "Ctrl/⌘ ⇧ >"],
  ["Ctrl+Shift+.", "Ctrl/⌘ ⇧ >"],
  ["Ctrl+c", "Ctrl C"],
  ["Ctrl+C", "Ctrl C"],
])("%s is the key %s", (keys, label) => {
  expect(pressed(records, press(keys))).toBe(label);
});

test.each([
  "Ctrl+x",
  "Alt+x",
  "Shift+F9",
  "Shift+ ",
  "Alt+Shift+ArrowRight",
  "Meta+c",
  "Ctrl+Shift+c",
  "toString",
])("%s is none of them", (keys) => {
  expect(pressed(records, press(keys))).toBeUndefined();
});

test("a key may do the same with Shift as without, unless it has an action of its own with Shift", () => {
  expect(pressedWithShift(records, press("Shift+F9"))).toBe("F9");
  expect(pressedWithShift(records, press("Shift+ArrowLeft"))).toBe("⇧ ←");
  expect(pressedWithShift(records, press("Ctrl+F9"))).toBeUndefined();
});

test("a record is a line of the sheet", () => {
  const record = { keys: { X: "next", Z: "back" }, does: "the next cue, back" };
  expect(linesOf([record])).toEqual([{ keys: ["X", "Z"], does: "the next cue, back" }]);
});
