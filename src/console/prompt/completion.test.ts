// Tests of completion at the prompt.

import { expect, test } from "vitest";
import { commonPrefix, completion, narrowed, neighbour, taken } from "./completion.ts";

test("a single name replaces the typed part of it", () => {
  expect(completion("await spe", { replaces: 3, names: ["speak"] })).toEqual({
    kind: "one",
    edit: { from: 6, to: 9, text: "speak" },
  });
});

test("a name need not begin with the typed text", () => {
  const edit = { from: 4, to: 8, text: '["blue cow"]' };
  expect(completion("farm.blu", { replaces: 4, names: ['["blue cow"]'] })).toEqual({ kind: "one", edit });
});

test("for several names, the common prefix is inserted and all names can be chosen", () => {
  expect(completion("s", { replaces: 1, names: ["speakLoud", "speakSoft", "speakLoud"] })).toEqual({
    kind: "several",
    edit: { from: 0, to: 1, text: "speak" },
    choice: { from: 0, names: ["speakLoud", "speakSoft"] },
  });
});

test("the typed text stays if the names have less in common than that", () => {
  const found = completion("farm.co", { replaces: 2, names: ["cow", "Cock"] });
  expect(found).toMatchObject({ kind: "several", edit: { from: 5, to: 7, text: "co" } });
});

test("there is nothing to complete without names, or if the only name is already typed", () => {
  expect(completion("zzz", { replaces: 3, names: [] })).toEqual({ kind: "none" });
  expect(completion("speak", { replaces: 5, names: ["speak"] })).toEqual({ kind: "none" });
});

test("replacing more characters than the text has replaces from its beginning", () => {
  expect(completion("s", { replaces: 9, names: ["speak"] })).toEqual({
    kind: "one",
    edit: { from: 0, to: 1, text: "speak" },
  });
});

test("the common prefix never ends inside a character", () => {
  expect(commonPrefix(["speak", "spell", "spend"])).toBe("spe");
  expect(commonPrefix(["cow", "pig"])).toBe("");
  expect(commonPrefix(["cow"])).toBe("cow");
  expect(commonPrefix(["cow", "cowbell"])).toBe("cow");
  expect(commonPrefix(["🐄", "🐖"])).toBe("");
  expect(commonPrefix([])).toBe("");
});

test("typing on leaves fewer names", () => {
  const choice = { from: 6, names: ["speak", "speakAll", "spell"] };
  expect(narrowed(choice, "await spea", 10)).toEqual({ from: 6, names: ["speak", "speakAll"] });
  expect(narrowed(choice, "await sp", 8)).toEqual(choice);
  expect(narrowed(choice, "await ", 6)).toEqual(choice);
});

test("no names are left if the cursor is before the name, after more text, or once the name is complete", () => {
  const choice = { from: 6, names: ["speak", "spell"] };
  expect(narrowed(choice, "awai", 4)).toBeUndefined();
  expect(narrowed(choice, "await speak(", 12)).toBeUndefined();
  expect(narrowed(choice, "await speak", 11)).toBeUndefined();
});

test("the chosen name replaces its typed part, up to the cursor", () => {
  expect(taken({ from: 6, names: [] }, "speak", 8)).toEqual({ from: 6, to: 8, text: "speak" });
});

test("the last name is followed by the first", () => {
  expect(neighbour(0, 1, 3)).toBe(1);
  expect(neighbour(2, 1, 3)).toBe(0);
  expect(neighbour(0, -1, 3)).toBe(2);
});
