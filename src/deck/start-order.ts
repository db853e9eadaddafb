// Loads what a deck needs after its first slide is shown: first what the viewer sees, then what comes next, then the
// rest, one step after the other. Two steps at once would take the network and the processor from each other.

import type { LivePane } from "../pane/live-pane.ts";
import { idle } from "../screen/idle.ts";
import { loadable } from "../screen/loadable.ts";
import { quiet } from "../screen/quiet.ts";

/** One thing to load. If it fails, whoever needs it later tries again and says so. */
export type Step = () => unknown;

/** Takes the steps in order, each when the page is idle and can load files. Resolves after the last one. */
export async function whenIdleInOrder(steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    await idle();
    await loadable();
    await attempt(step);
  }
}

/** In milliseconds: how long panes that are ready have the page for themselves. Their viewer may run them at once. */
const ownTime = 3000;

/** In milliseconds: how much longer they have it if their viewer uses them without a pause. */
const mostTime = 15_000;

/**
 * Opens the editors of panes and then prepares their first runs, without waiting for the page to be idle. Resolves when
 * other things may be loaded.
 */
export async function getReady(panes: readonly LivePane[]): Promise<void> {
  if (panes.length === 0) return;
  await Promise.all(panes.map((pane) => attempt(() => pane.wake())));
  await Promise.all(panes.map((pane) => attempt(() => pane.prepare())));
  await new Promise((resolve) => setTimeout(resolve, ownTime));
  await quiet(mostTime);
}

/** Takes a step. Never rejects. */
export async function attempt(step: Step): Promise<void> {
  try {
    await step();
  } catch {
    // Told when somebody uses what is missing.
  }
}
