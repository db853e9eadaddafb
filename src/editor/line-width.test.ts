// Tests of how wide lines may be.

import { expect, test } from "vitest";
import { mayWrap } from "./line-width.ts";

test("lines of plain characters wrap only if they are longer than there are columns", () => {
  expect(mayWrap(["", "1234567890"], 10)).toBe(false);
  expect(mayWrap(["", "1234567890", "12345678901"], 10)).toBe(true);
});

test("tabs and characters of other fonts may be wider than one column", () => {
  expect(mayWrap(["\t123456"], 10)).toBe(false);
  expect(mayWrap(["\t1234567"], 10)).toBe(true);
  expect(mayWrap(["ﷺﷺ12"], 10)).toBe(false);
  expect(mayWrap(["ﷺﷺ123"], 10)).toBe(true);
  expect(mayWrap(["🐄123"], 10)).toBe(true);
});
