// Keeps run workers warm, so that Run does not wait for a worker to start.

import { type FramedWorker, startFramedWorker } from "./frame.ts";
import { tellStartProblem } from "./start-problem.ts";

/** Enough for a race. */
const spareCount = 2;

/** By what they are made of: each language has its own. */
const spares = new Map<string, Set<FramedWorker>>();

function sparesOf(code: string): Set<FramedWorker> {
  const known = spares.get(code) ?? new Set();
  spares.set(code, known);
  return known;
}

/**
 * Starts the spare workers that are missing: to be called when a Run is likely.
 * @param code the worker as one classic script
 */
export function warmWorkers(code: string): void {
  const warm = sparesOf(code);
  while (warm.size < spareCount) {
    const spare = startFramedWorker(code);
    // One that breaks before it is needed is none.
    spare.onLost = (reason) => {
      warm.delete(spare);
      tellStartProblem(reason);
    };
    warm.add(spare);
  }
}

/**
 * A worker that has run nothing yet. The next spare starts when this run is under way.
 * @param code the worker as one classic script
 */
export function takeWorker(code: string): FramedWorker {
  const warm = sparesOf(code);
  const [worker = startFramedWorker(code)] = warm;
  warm.delete(worker);
  worker.onLost = undefined;
  setTimeout(() => warmWorkers(code), 100);
  return worker;
}
