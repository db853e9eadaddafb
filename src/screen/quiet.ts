// Knows when the viewer is not using the deck, for work that would slow down a run, typing or a turn.

import { idle } from "./idle.ts";

/** In milliseconds: somebody who has done nothing for so long is reading or talking. */
const pause = 2000;

let lastUse = Number.NEGATIVE_INFINITY;

for (const use of ["keydown", "pointerdown", "wheel"])
  addEventListener(use, noteUse, { capture: true, passive: true });

function noteUse(): void {
  lastUse = performance.now();
}

/** True while a program runs in a pane. */
export function aProgramRuns(): boolean {
  return document.querySelector("live-pane[data-state]:not([data-state=idle])") !== null;
}

/**
 * Resolves when the viewer has done nothing for two seconds, no program runs, and the page is idle.
 * @param atMost milliseconds after which it resolves in any case
 */
export async function quiet(atMost = Number.POSITIVE_INFINITY): Promise<void> {
  const end = performance.now() + atMost;
  for (let left = timeLeft(end); left > 0; left = timeLeft(end))
    await new Promise((resolve) => setTimeout(resolve, left));
  await idle();
}

/** Milliseconds until it may be quiet; 0 if it is quiet now. */
function timeLeft(end: number): number {
  const now = performance.now();
  const left = aProgramRuns() ? pause : lastUse + pause - now;
  return Math.max(0, Math.min(left, end - now));
}
