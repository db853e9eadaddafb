// Tests the bench's table: its columns are aligned, and the number of decimals fits the size of the number.

import { expect, test } from "vitest";
import { against, aim, formatTable, kilobytes, milliseconds, times } from "./table.mjs";

test("small durations have more decimals than large ones", () => {
  expect([0.256, 12.34, 1234.5].map(milliseconds)).toEqual(["0.26 ms", "12.3 ms", "1235 ms"]);
});

test("a kilobyte is a thousand bytes, and thousands of kilobytes have a separator", () => {
  expect([1500, 3_720_000].map(kilobytes)).toEqual(["1.5 kB", "3,720 kB"]);
});

test("a ratio divides ours by the bare one", () => {
  expect(against("Run", 30, 12).ratio).toBe("2.50×");
  expect(times(20.04)).toBe("20.0×");
});

test("columns are aligned, and a missed aim is in capitals", () => {
  const rows = [
    { figure: "a", ours: "1 ms", ...aim("at most 2 ms", true) },
    { figure: "longer", ours: "100 ms", ...aim("at most 2 ms", false) },
  ];
  const lines = formatTable([{ title: "Group", rows, notes: ["A note."] }]).split("\n");
  expect(lines.slice(1)).toEqual([
    "",
    "── Group",
    "a           1 ms               met: at most 2 ms",
    "longer    100 ms               MISSED: at most 2 ms",
    "   A note.",
  ]);
});
