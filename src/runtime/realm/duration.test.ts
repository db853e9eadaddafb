import { expect, test } from "vitest";
import { durationText } from "./duration.ts";

test.each([
  [0.1234, "0.123ms"],
  [2000, "2.000s"],
  [62_500, "1:02.500 (m:ss.mmm)"],
  [3_723_000, "1:02:03 (h:mm:ss)"],
])("%s milliseconds read %s", (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});
