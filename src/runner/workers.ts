// Keeps a pool of started run workers, so that Run need not wait for a worker to start.

import type { PageMessage } from "../protocol/protocol.ts";
import { type FramedWorker, startFramedWorker } from "./frame.ts";
import { tellStartProblem } from "./start-problem.ts";

/** Enough for a race. */
let spareCount = 2;
/** The most spare workers. Each takes several megabytes. */
const mostSpares = 8;
/** Enough threads for what a slide shows, so that they begin together in the first run too. */
const threadSpares = 4;
/** In milliseconds: how long after the last worker was taken the pool is refilled. Starting more would slow those down. */
const refillAfter = 100;

/** The spare workers by their script: each language has its own. */
const spares = new Map<string, Set<FramedWorker>>();
const refills = new Map<string, ReturnType<typeof setTimeout>>();

function sparesOf(code: string): Set<FramedWorker> {
  const known = spares.get(code) ?? new Set();
  spares.set(code, known);
  return known;
}

/**
 * Starts missing spare workers. Call it when a run is likely.
 * @param code the worker's script, a classic script
 * @param runs how many runs begin together
 * @param areThreaded whether their programs start threads
 */
export function warmWorkers(code: string, runs = spareCount, areThreaded = false): void {
  const warm = sparesOf(code);
  const wanted = Math.min(runs, spareCount) + (areThreaded ? threadSpares : 0);
  while (warm.size < Math.min(wanted, mostSpares)) {
    const spare = startFramedWorker(code);
    spare.port.postMessage({ kind: "prepare" } satisfies PageMessage);
    // A spare that breaks before it is needed leaves the pool.
    spare.onLost = (reason) => {
      warm.delete(spare);
      spare.close();
      tellStartProblem(reason);
    };
    warm.add(spare);
  }
}

/** Keeps as many spare workers from now on as a run has used, within limits: it may be run again. */
export function keepSpares(used: number): void {
  spareCount = Math.max(spareCount, Math.min(used, mostSpares));
}

/**
 * Returns a worker that has run nothing yet. The pool is refilled when this run is under way.
 * @param code the worker's script, a classic script
 */
export function takeWorker(code: string): FramedWorker {
  const warm = sparesOf(code);
  const [worker = startFramedWorker(code)] = warm;
  warm.delete(worker);
  worker.onLost = undefined;
  worker.onThread = undefined;
  clearTimeout(refills.get(code));
  refills.set(
    code,
    setTimeout(() => warmWorkers(code), refillAfter),
  );
  return worker;
}
