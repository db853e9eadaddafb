// Starts the time of a run in one of its threads: the clock, the date and the random numbers.

import type { ClockMode } from "../protocol/protocol.ts";
import { deterministicOrigin, installTime } from "./clock/date.ts";
import { installPlatformTimes } from "./clock/platform-times.ts";
import { installRandomness } from "./clock/randomness.ts";
import type { RunClock } from "./clock/run-clock.ts";
import type { Threads } from "./threads/threads.ts";

export interface StartTimeOptions {
  readonly clock: RunClock;
  readonly mode: ClockMode;
  /** The worker's number among those that run the same program. */
  readonly worker: number;
  readonly threads: Threads;
}

/** Starts the clock, or joins the one that the threads of the run share. */
export function startTime({ clock, mode, worker, threads }: StartTimeOptions): void {
  const { shared, isStarted, thread, clockStore } = threads;
  // Each worker needs another seed: with the same random numbers all would do the same.
  if (mode.kind !== "live") installRandomness(mode.seed + worker + thread);
  const begin = mode.kind === "live" ? Date.now() : deterministicOrigin;
  const speed = mode.kind === "live" ? mode.speed : 0;
  if (!isStarted) shared?.clock.begin(speed, clock.real.now(), begin);
  const origin = shared?.clock.origin ?? begin;
  clock.use(mode, clockStore, threads.turns);
  installTime(clock, origin);
  installPlatformTimes(clock, origin);
  if (!isStarted) clock.start();
}
