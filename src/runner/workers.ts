// Keeps run workers warm, so that Run does not wait for a worker to start.

import { type FramedWorker, startFramedWorker } from "./frame.ts";
import { tellStartProblem } from "./start-problem.ts";

/** Enough for a race. */
const spareCount = 2;

const spares = new Set<FramedWorker>();

/** Starts the spare workers that are missing: to be called when a Run is likely. */
export function warmWorkers(): void {
  while (spares.size < spareCount) {
    const spare = startFramedWorker();
    // One that breaks before it is needed is none.
    spare.onLost = (reason) => {
      spares.delete(spare);
      tellStartProblem(reason);
    };
    spares.add(spare);
  }
}

/** A worker that has run nothing yet. The next spare starts when this run is under way. */
export function takeWorker(): FramedWorker {
  const [worker = startFramedWorker()] = spares;
  spares.delete(worker);
  worker.onLost = undefined;
  setTimeout(warmWorkers, 100);
  return worker;
}
