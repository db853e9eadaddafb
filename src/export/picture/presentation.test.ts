// Tests which style properties are written, and how.

import { describe, expect, test } from "vitest";
import { differing, initialValues, isPresentation, valueText } from "./presentation.ts";

function written(own: Record<string, string>, around: Record<string, string> = {}): string[] {
  const outside = new Map([...initialValues, ...Object.entries(around)]);
  const inherited = new Map([...outside, ["opacity", "1"] as const, ...Object.entries(own)]);
  return differing(inherited, outside).map(({ name }) => name);
}

describe("a property is written", () => {
  test("if it differs from the value of the parent", () => {
    expect(written({ fill: "none", "stroke-width": "2px" })).toEqual(["fill", "stroke-width"]);
    expect(written({ fill: "none" }, { fill: "none" })).toEqual([]);
    expect(written({ fill: "rgb(0, 0, 0)" }, { fill: "none" })).toEqual(["fill"]);
  });

  test("if it is not inherited and differs from its initial value", () => {
    expect(written({ opacity: "0.5" }, { opacity: "0.5" })).toEqual(["opacity"]);
    expect(written({}, { opacity: "0.5" })).toEqual([]);
  });
});

test.each([
  ["2.5px", "2.5"],
  ["2px, 4px", "2, 4"],
  ["rgb(28, 24, 19)", "#1c1813"],
  ["rgba(28, 24, 19, 0.5)", "rgba(28, 24, 19, 0.5)"],
  [`url("#hatching-0")`, "url(#hatching-0)"],
  [`url("http://localhost/deck/#hatching-0") rgb(0, 0, 255)`, "url(#hatching-0) #0000ff"],
  [`"Text Variable", Arial`, `"Text Variable", Arial`],
])("the computed value %s is written as %s", (value, text) => {
  expect(valueText(value)).toBe(text);
});

test("presentation attributes are known", () => {
  expect(["fill", "font-size", "d", "width", "class"].filter(isPresentation)).toEqual(["fill", "font-size"]);
});
