// The presenter's settings for the whole deck: light or dark theme, size of code, and cues as steps. They survive a
// reload.

import { codeSizeEvent } from "../editor/code-editor.ts";

export type Theme = "light" | "dark";

const themeKey = "interleave:theme";
const codeSizeKey = "interleave:code-size";
const cuesKey = "interleave:cues-are-steps";

/** In the deck's units. */
const codeSizes = { smallest: 14, usual: 20, largest: 40, step: 2 } as const;
/** Must equal the line height in the style sheet. */
const lineHeight = 1.4;

/** Switches between the light and the dark theme. */
export function toggleTheme(): void {
  const next = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  keep(themeKey, next);
}

/**
 * Prints in the colours of the light theme. The style sheet does that for everything but the editor, which reads the
 * theme from the page.
 */
export function printBright(): void {
  const { dataset } = document.documentElement;
  let chosen: string | undefined;
  addEventListener("beforeprint", () => {
    chosen = dataset.theme;
    dataset.theme = "light";
  });
  addEventListener("afterprint", () => {
    if (chosen === undefined) delete dataset.theme;
    else dataset.theme = chosen;
  });
}

/** Makes code larger (1) or smaller (-1) by one step, or resets its size (0). */
export function changeCodeSize(direction: 1 | -1 | 0): void {
  const { smallest, usual, largest, step } = codeSizes;
  const size = direction === 0 ? usual : codeSize() + direction * step;
  setCodeSize(Math.min(largest, Math.max(smallest, size)));
}

/** Applies the stored size of code. */
export function restoreCodeSize(): void {
  const kept = Number(recall(codeSizeKey));
  if (kept >= codeSizes.smallest && kept <= codeSizes.largest) setCodeSize(kept);
}

/** Returns the chosen theme, or `undefined` if the browser's preference applies. */
export function themeChoice(): Theme | undefined {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : undefined;
}

/** Shows a theme without keeping it; `undefined` shows the browser's preference. */
export function showTheme(theme: Theme | undefined): void {
  const { dataset } = document.documentElement;
  if (theme === undefined) delete dataset.theme;
  else dataset.theme = theme;
}

/**
 * True if the dark theme is on. index.html has set the chosen theme before the first paint. Without a choice the
 * browser's preference applies.
 */
function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

/** An attribute of the page that changes with the setting. */
export const cuesAttribute = "data-cues-are-steps";

let areSteps: boolean | undefined;

/** True if the keys that turn slides also play the cues of panes. */
export function cuesAreSteps(): boolean {
  areSteps ??= recall(cuesKey) === "yes";
  return areSteps;
}

/** Switches between cues that are steps and cues that only X plays. */
export function toggleCuesAreSteps(): void {
  areSteps = !cuesAreSteps();
  // Whoever observes the settings observes attributes.
  document.documentElement.setAttribute(cuesAttribute, areSteps ? "yes" : "no");
  keep(cuesKey, areSteps ? "yes" : "no");
}

function codeSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--code-size"));
}

/** Returns the chosen size of code in the deck's units, or `undefined` if the style sheet's size applies. */
export function chosenCodeSize(): number | undefined {
  const size = Number.parseFloat(document.documentElement.style.getPropertyValue("--code-size"));
  return Number.isNaN(size) ? undefined : size;
}

/** Sets the size of the code in an element, in the deck's units. */
export function showCodeSize({ style }: HTMLElement, size: number): void {
  style.setProperty("--code-size", `${size}px`);
  style.setProperty("--code-line", `${Math.round(size * lineHeight)}px`);
}

function setCodeSize(size: number): void {
  showCodeSize(document.documentElement, size);
  keep(codeSizeKey, String(size));
  document.dispatchEvent(new Event(codeSizeEvent));
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser without storage still shows the choice.
  }
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
