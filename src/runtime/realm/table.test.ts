import { expect, test } from "vitest";
import { formatTable } from "./table.ts";

test("objects are rows, their keys columns, and a missing value is an empty cell", () => {
  expect(formatTable([{ name: "cow", says: "Moo!" }, { name: "pig" }])).toBe(
    ["  │ name  │ says", "──┼───────┼───────", "0 │ 'cow' │ 'Moo!'", "1 │ 'pig' │"].join("\n"),
  );
});

test("plain values stand in a column of their own", () => {
  expect(formatTable({ a: 1, b: 22 })).toBe(["  │ value", "──┼──────", "a │ 1", "b │ 22"].join("\n"));
});

test("what has no rows is no table", () => {
  expect(formatTable("moo")).toBeUndefined();
  expect(formatTable(null)).toBeUndefined();
});
