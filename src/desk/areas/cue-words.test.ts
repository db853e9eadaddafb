// Tests of what is said of a cue.

import { expect, test } from "vitest";
import { cueInWords } from "./cue-words.ts";

const note = "";
const edit = (before: string, after: string) =>
  cueInWords({ kind: "edit", note, file: "cow.ts", before, after });

test("entries, runs and kept runs are told", () => {
  expect(cueInWords({ kind: "prompt", note, text: "it.next()" })).toBe("Enters `it.next()`");
  expect(cueInWords({ kind: "prompt", note, text: "if (a) {\n  b();\n}" })).toBe(
    "Enters `if (a) { ⏎ b(); ⏎ }`",
  );
  expect(cueInWords({ kind: "run", note })).toBe("Runs the program");
  expect(cueInWords({ kind: "keep", note })).toMatch(/^Keeps this run/);
});

test("of an edit the lines that change are told", () => {
  expect(edit("moo();\n", "moo();\nquack();\n")).toBe("Types `quack();` into cow.ts");
  expect(edit("moo();\nquack();\n", "moo();\n")).toBe("Takes `quack();` out of cow.ts");
  expect(edit("  moo();\n", "  quack();\n")).toBe("Types `quack();` in place of `moo();` in cow.ts");
});

test("a backtick in a text does not end its code", () => {
  expect(cueInWords({ kind: "prompt", note, text: "`moo`" })).toBe("Enters `'moo'`");
});
