// What the presenter chose for the whole deck: bright or dark, and how large the code is. Kept over reloads.

import { codeSizeEvent } from "../editor/code-editor.ts";

const themeKey = "interleave:theme";
const codeSizeKey = "interleave:code-size";

/** In the deck's units. */
const codeSizes = { smallest: 14, usual: 20, largest: 40, step: 2 } as const;
/** The same as that of the style sheet. */
const lineHeight = 1.4;

/** Turns a bright deck dark and a dark one bright. */
export function toggleTheme(): void {
  const next = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  keep(themeKey, next);
}

/** Prints in the colours of a bright room: the style sheet says so for all but the editor, which asks the page. */
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

/** Makes code larger (1) or smaller (-1) by one step, or gives it its usual size (0). */
export function changeCodeSize(direction: 1 | -1 | 0): void {
  const { smallest, usual, largest, step } = codeSizes;
  const size = direction === 0 ? usual : codeSize() + direction * step;
  setCodeSize(Math.min(largest, Math.max(smallest, size)));
}

/** Applies the kept size of code. */
export function restoreCodeSize(): void {
  const kept = Number(recall(codeSizeKey));
  if (kept >= codeSizes.smallest && kept <= codeSizes.largest) setCodeSize(kept);
}

/** index.html has set the chosen theme before the first paint; without a choice the browser's holds. */
function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function codeSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--code-size"));
}

/** The size of code that was chosen, in the deck's units; undefined where it is that of the style sheet. */
export function chosenCodeSize(): number | undefined {
  const size = Number.parseFloat(document.documentElement.style.getPropertyValue("--code-size"));
  return Number.isNaN(size) ? undefined : size;
}

/** Gives the code in an element a size, in the deck's units. */
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
    // A browser that keeps nothing still shows what was chosen.
  }
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
