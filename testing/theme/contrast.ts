// Reads the colours of a style sheet and computes their contrast.

import { expect } from "vitest";

type Theme = "light" | "dark";

export const themes: readonly Theme[] = ["light", "dark"];

/** The backgrounds on which text stands. */
export const backgrounds = ["paper", "panel"] as const;

/** The hex colours `--name: light-dark(#…, #…)` of a style sheet, by name. */
function readColours(text: string): Map<string, Record<Theme, string>> {
  const pair = /--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g;
  return new Map(
    [...text.matchAll(pair)].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]),
  );
}

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2). */
function luminance(hex: string): number {
  return 0.2126 * linear(hex, 1) + 0.7152 * linear(hex, 3) + 0.0722 * linear(hex, 5);
}

/** The light of one channel of `#rrggbb`, 0 to 1. Its digits begin at `from`. */
function linear(hex: string, from: number): number {
  const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Coordinates of `#rrggbb` in OKLab, in which equal distances look equally different: https://bottosson.github.io/posts/oklab */
function oklab(hex: string): readonly number[] {
  const [red, green, blue] = [linear(hex, 1), linear(hex, 3), linear(hex, 5)];
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

/** How different two `#rrggbb` colours look. About 0.02 can just be told apart; black and white are 1 apart. */
export function difference(one: string, other: string): number {
  const seen = oklab(other);
  return Math.hypot(...oklab(one).map((value, index) => value - (seen[index] ?? 0)));
}

/** The colours of some style sheets, by name. */
export class Colours {
  readonly #all: ReadonlyMap<string, Record<Theme, string>>;

  /** @param css texts of style sheets */
  constructor(...css: readonly string[]) {
    this.#all = readColours(css.join("\n"));
  }

  /** The names that begin with `start`. */
  named(start: string): string[] {
    return [...this.#all.keys()].filter((name) => name.startsWith(start));
  }

  hex(name: string, theme: Theme): string {
    const found = this.#all.get(name)?.[theme];
    if (!found) throw new Error(`No style sheet has --${name} as light-dark(#hex, #hex).`);
    return found;
  }

  /** Expects a contrast ratio in both themes. */
  expectContrast(name: string, background: string, atLeast: number): void {
    for (const theme of themes) {
      const ratio = contrast(this.hex(name, theme), this.hex(background, theme));
      expect(ratio, `--${name} on --${background}, ${theme} theme`).toBeGreaterThanOrEqual(atLeast);
    }
  }
}
