// Keeps a run's trace and clock outside of any pane, for example for a recording that nobody watches.

import { Trace } from "../trace/trace.ts";
import type { RunKeeper } from "./run.ts";
import { movedOn, pageTime, type RunClock } from "./run-clock.ts";

/**
 * Returns a keeper with a trace of its own.
 * @param onChange called after each change
 */
export function keepAlone(speed: number, onChange: () => void = () => undefined): RunKeeper {
  const trace = new Trace();
  let clock: RunClock = { t: 0, speed, at: null };
  return {
    trace,
    get clock() {
      return clock;
    },
    append: (events) => {
      try {
        for (const event of events) trace.append(event);
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
      clock = movedOn(clock, trace.duration, pageTime());
      onChange();
      return undefined;
    },
    setClock: (t, speed) => {
      clock = { t, speed, at: pageTime() };
      onChange();
    },
    close: onChange,
  };
}
