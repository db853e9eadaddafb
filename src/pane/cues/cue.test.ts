// Tests of cues: edits, how they are typed, and the state that they lead to.

import { expect, test } from "vitest";
import { applyEdit, type Cue, stateAfter, typedEdit } from "./cue.ts";

const text = "const cow = 1;\nspeak(cow);\n";
const edit = { before: "speak(cow);", after: "await speak(cow);" };

test("an edit changes what stands in the text exactly once", () => {
  expect(applyEdit(text, edit)).toBe("const cow = 1;\nawait speak(cow);\n");
  expect(applyEdit(text, { before: "pig", after: "" })).toBeUndefined();
  expect(applyEdit(text, { before: "cow", after: "" })).toBeUndefined();
  expect(applyEdit("aaa", { before: "aa", after: "" })).toBeUndefined();
});

test("typing an edit takes out what goes, then puts in character by character what comes", () => {
  expect(typedEdit("a\nb\nc", { before: "b", after: "xyz" })).toEqual([
    "a\n\nc",
    "a\nx\nc",
    "a\nxy\nc",
    "a\nxyz\nc",
  ]);
  const typed = typedEdit(text, edit);
  expect(typed).toHaveLength("await ".length);
  expect(typed.at(-1)).toBe(applyEdit(text, edit));
});

test("where both ends are alike, they are not typed again", () => {
  expect(typedEdit("aXa", { before: "aXa", after: "aXaXa" }).at(-1)).toBe("aXaXa");
  expect(typedEdit("f(a, b)", { before: "f(a, b)", after: "f(b)" })).toEqual(["f(b)"]);
});

const cues: Cue[] = [
  { kind: "run", note: "" },
  { kind: "prompt", note: "", text: "cow" },
  { kind: "edit", note: "", file: "a.ts", ...edit },
  { kind: "prompt", note: "", text: "cow + 1" },
  { kind: "prompt", note: "", text: "cow + 2" },
];
const originals = new Map([["a.ts", text]]);

test("the state after some cues has their edits, and what was entered since the last run", () => {
  expect(stateAfter(cues, 0, originals)).toEqual({ texts: originals, runs: false, entries: [] });
  expect(stateAfter(cues, 2, originals)).toEqual({ texts: originals, runs: true, entries: ["cow"] });
  expect(stateAfter(cues, 3, originals)).toMatchObject({ runs: false, entries: [] });
  const last = stateAfter(cues, 5, originals);
  expect(last).toMatchObject({ runs: true, entries: ["cow + 1", "cow + 2"] });
  expect(last.texts.get("a.ts")).toContain("await speak");
});

test("an edit that does not fit is refused in a sentence", () => {
  expect(() => stateAfter(cues, 3, new Map([["a.ts", "nothing"]]))).toThrow(
    "Cue 3 does not fit a.ts: what it changes does not stand in it once.",
  );
});
