import { expect, test } from "vitest";
import { formatTable } from "./table.ts";

test("objects are rows, their keys columns, and a missing value is an empty cell", () => {
  expect(formatTable([{ name: "cow", says: "Moo!" }, { name: "pig" }])).toBe(
    [
      "┌─────────┬───────┬────────┐",
      "│ (index) │ name  │ says   │",
      "├─────────┼───────┼────────┤",
      "│ 0       │ 'cow' │ 'Moo!' │",
      "│ 1       │ 'pig' │        │",
      "└─────────┴───────┴────────┘",
    ].join("\n"),
  );
});

test("chosen columns are the only ones", () => {
  expect(formatTable([{ name: "cow", says: "Moo!" }], ["says"])?.split("\n")[1]).toBe("│ (index) │ says   │");
});

test("plain values stand in a column of their own", () => {
  expect(formatTable({ a: 1, b: 22 })?.split("\n")[1]).toBe("│ (index) │ Values │");
});

test("maps and sets are told by their entries", () => {
  expect(formatTable(new Map([["cow", "Moo!"]]))?.split("\n")[3]).toBe(
    "│ 0                 │ 'cow' │ 'Moo!' │",
  );
  expect(formatTable(new Set([1]))?.split("\n")[1]).toBe("│ (iteration index) │ Values │");
});

test("what has no rows is no table", () => {
  expect(formatTable("moo")).toBeUndefined();
  expect(formatTable(null)).toBeUndefined();
});
