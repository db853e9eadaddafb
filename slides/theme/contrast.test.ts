// Proves that the colours can be read: text at AAA, code, animal and dish colours at AA, marks at 3:1, in both themes.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { animalNames } from "../../mocks/animals.ts";

type Theme = "light" | "dark";
const css = readFileSync(new URL("./colours.css", import.meta.url), "utf8");
const themes: readonly Theme[] = ["light", "dark"];
const backgrounds = ["paper", "panel"] as const;

/** The hex colours `--name: light-dark(#…, #…)` of a stylesheet, by name. */
function readColours(text: string): Map<string, Record<Theme, string>> {
  const pair = /--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g;
  return new Map(
    [...text.matchAll(pair)].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]),
  );
}

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2). */
function luminance(hex: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const colours = readColours(css);

function hex(name: string, theme: Theme): string {
  const found = colours.get(name)?.[theme];
  if (!found) throw new Error(`colours.css has no --${name} as light-dark(#hex, #hex).`);
  return found;
}

function expectContrast(name: string, background: string, atLeast: number): void {
  for (const theme of themes) {
    const ratio = contrast(hex(name, theme), hex(background, theme));
    expect(ratio, `--${name} on --${background}, ${theme} theme`).toBeGreaterThanOrEqual(atLeast);
  }
}

describe("the measure", () => {
  test("gives 21 for black on white and 1 for a colour on itself", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
    expect(contrast("#981d13", "#981d13")).toBe(1);
  });
});

describe.each([...backgrounds, "panel-raised"])("on --%s", (background) => {
  test.each(["ink", "ink-soft"])("text in --%s reaches AAA", (name) => expectContrast(name, background, 7));

  const marks = ["accent", "good", "bad", "warn", "focus"];
  test.each(marks)("text in --%s reaches AA", (name) => expectContrast(name, background, 4.5));

  test("grips and animals that are not chosen, in the strong line's colour, reach 3:1", () => {
    expectContrast("line-strong", background, 3);
  });

  const code = [...colours.keys()].filter((name) => name.startsWith("code-"));
  test("there are eight code colours", () => expect(code).toHaveLength(8));
  test.each(code)("--%s reaches AA", (name) => expectContrast(name, background, 4.5));
});

describe.each(backgrounds)("on --%s", (background) => {
  test.each(animalNames)("the %s's colour reaches AA", (animal) => {
    expectContrast(`animal-${animal}`, background, 4.5);
  });

  const dishes = [...colours.keys()].filter((name) => name.startsWith("dish-"));
  test("five dishes have a colour of their own", () => expect(dishes).toHaveLength(5));
  test.each(dishes)("--%s reaches AA", (name) => expectContrast(name, background, 4.5));
});

test("text on the accent reaches AAA", () => expectContrast("accent-ink", "accent", 7));
test("text stays readable where it is selected", () => expectContrast("ink", "selection", 7));
test("quiet text in a chosen suggestion reaches AA", () => expectContrast("ink-soft", "selection", 4.5));

test("no two animals share a colour in a theme", () => {
  for (const theme of themes) {
    expect(new Set(animalNames.map((animal) => hex(`animal-${animal}`, theme))).size).toBe(
      animalNames.length,
    );
  }
});
