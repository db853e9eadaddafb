// Replaces Date and performance of the program's realm, so that they show the time of the run's clock.

import { define } from "../engine/define.ts";
import { apply, construct, floor } from "../engine/kept.ts";
import type { Clock } from "./clock.ts";
import { installTemporal } from "./temporal.ts";

/** The date at which deterministic runs begin, in milliseconds since 1970. The time zone is still the machine's. */
export const deterministicOrigin = Date.UTC(2026, 0, 1);

/** The part of a realm that `installTime` changes. */
export type TimedRealm = Pick<typeof globalThis, "Date" | "performance">;

/**
 * Makes Date, performance and Temporal of a realm show the run's time. To be called when the run begins.
 * @param origin the date at which the run began, in milliseconds since 1970
 */
export function installTime(clock: Clock, origin: number, realm: TimedRealm = globalThis): void {
  const date = createDate(clock, origin, realm.Date);
  define(realm, "Date", date);
  define(realm.Date.prototype, "constructor", date);
  installPerformance(clock, origin, realm.performance);
  installTemporal(clock, origin, realm);
}

/** Returns a constructor like `Real` for which the present is the run's time. Its objects are those of `Real`. */
export function createDate(clock: Clock, origin: number, Real: DateConstructor = Date): DateConstructor {
  const now = () => floor(origin + clock.read());
  function RunDate(...args: unknown[]): unknown {
    if (new.target === undefined) return new Real(now()).toString();
    return construct(Real, args.length === 0 ? [now()] : args, new.target);
  }
  return Object.defineProperties(RunDate, {
    ...Object.getOwnPropertyDescriptors(Real),
    now: { value: { now }.now, writable: true, enumerable: false, configurable: true },
  }) as unknown as DateConstructor;
}

function installPerformance(clock: Clock, origin: number, performance: Performance): void {
  const owner = Object.getPrototypeOf(performance) as Performance;
  const { mark, measure } = owner;
  const methods = {
    now: () => clock.read(),
    mark(this: Performance, name: string, options?: PerformanceMarkOptions) {
      return apply(mark, this, [name, { startTime: clock.read(), ...options }]);
    },
    measure(this: Performance, name: string, start: string | PerformanceMeasureOptions = {}, end?: string) {
      const options = typeof start === "string" ? { start } : start;
      return apply(measure, this, [name, withEnd(options, end ?? clock.read())]);
    },
  };
  for (const [name, method] of Object.entries(methods)) define(owner, name, method);
  Object.defineProperty(owner, "timeOrigin", { get: () => origin, configurable: true, enumerable: true });
}

/** Adds `end` to the options of a measure, unless they have an end or a duration. */
function withEnd(options: PerformanceMeasureOptions, end: string | number): PerformanceMeasureOptions {
  if (options.end !== undefined || options.duration !== undefined) return options;
  return { start: 0, ...options, end };
}
