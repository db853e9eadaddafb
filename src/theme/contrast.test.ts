// Tests the contrast of every deck's colours in both themes: text reaches AAA, code and marks of text AA, lines 3:1.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { backgrounds, Colours, contrast } from "../../testing/theme/contrast.ts";

const colours = new Colours(readFileSync(new URL("./colours.css", import.meta.url), "utf8"));

describe("the measure", () => {
  test("gives 21 for black on white and 1 for a colour on itself", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
    expect(contrast("#981d13", "#981d13")).toBe(1);
  });
});

describe.each([...backgrounds, "panel-raised"])("on --%s", (background) => {
  test.each(["ink", "ink-soft"])("text in --%s reaches AAA", (name) =>
    colours.expectContrast(name, background, 7),
  );

  const marks = ["accent", "good", "bad", "warn", "focus"];
  test.each(marks)("text in --%s reaches AA", (name) => colours.expectContrast(name, background, 4.5));

  test("grips, in the strong line's colour, reach 3:1", () => {
    colours.expectContrast("line-strong", background, 3);
  });

  const pens = colours.named("pen-");
  test("there are four pens", () => expect(pens).toHaveLength(4));
  test.each(pens)("marks in --%s reach AA", (name) => colours.expectContrast(name, background, 4.5));

  test("the dot of the laser pointer reaches 3:1", () => colours.expectContrast("laser", background, 3));

  const code = colours.named("code-");
  test("there are eight code colours", () => expect(code).toHaveLength(8));
  test.each(code)("--%s reaches AA", (name) => colours.expectContrast(name, background, 4.5));
});

test("text on the accent reaches AAA", () => colours.expectContrast("accent-ink", "accent", 7));
test("text stays readable where it is selected", () => colours.expectContrast("ink", "selection", 7));
test("quiet text in a chosen suggestion reaches AA", () =>
  colours.expectContrast("ink-soft", "selection", 4.5));
