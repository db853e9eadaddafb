// Proves that the colours of animals and dishes can be read, at AA in both themes, and are not each other's.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { animalNames } from "../../mocks/animals.ts";
import { backgrounds, Colours, difference, themes } from "../../testing/theme/contrast.ts";

const sheets = ["../../src/theme/colours.css", "./colours.css"];
const colours = new Colours(...sheets.map((sheet) => readFileSync(new URL(sheet, import.meta.url), "utf8")));

describe.each([...backgrounds, "panel-raised"])("on --%s", (background) => {
  test("animals that are not chosen, in the strong line's colour, reach 3:1", () => {
    colours.expectContrast("line-strong", background, 3);
  });
});

describe.each(backgrounds)("on --%s", (background) => {
  test.each(animalNames)("the %s's colour reaches AA", (animal) => {
    colours.expectContrast(`animal-${animal}`, background, 4.5);
  });

  const dishes = colours.named("dish-");
  test("five dishes have a colour of their own", () => expect(dishes).toHaveLength(5));
  test.each(dishes)("--%s reaches AA", (name) => colours.expectContrast(name, background, 4.5));
});

test("no two animals share a colour in a theme", () => {
  for (const theme of themes) {
    expect(new Set(animalNames.map((animal) => colours.hex(`animal-${animal}`, theme))).size).toBe(
      animalNames.length,
    );
  }
});

test("no pen, nor the laser, is taken for the colour of an animal or for another pen", () => {
  const marks = [...colours.named("pen-"), "laser"];
  for (const theme of themes) {
    for (const mark of marks) {
      const others = [...colours.named("animal-"), ...colours.named("pen-")].filter((name) => name !== mark);
      for (const other of mark === "laser" ? colours.named("animal-") : others) {
        const apart = difference(colours.hex(mark, theme), colours.hex(other, theme));
        expect(apart, `--${mark} and --${other}, ${theme} theme`).toBeGreaterThan(0.05);
      }
    }
  }
});
