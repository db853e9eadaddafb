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
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
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
