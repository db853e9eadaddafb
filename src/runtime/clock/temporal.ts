// Makes Temporal.Now show the run's time, if the engine has Temporal: https://tc39.es/proposal-temporal/

import { define } from "../engine/define.ts";
import type { Clock } from "./clock.ts";

/** The part of Temporal that is used here. TypeScript does not know Temporal yet. */
interface Temporal {
  readonly Instant: { fromEpochMilliseconds(milliseconds: number): Instant };
  readonly Now: { timeZoneId(): string };
}

interface Instant {
  toZonedDateTimeISO(timeZone: unknown): ZonedDateTime;
}

interface ZonedDateTime {
  toPlainDate(): unknown;
  toPlainDateTime(): unknown;
  toPlainTime(): unknown;
}

/**
 * Replaces the methods of Temporal.Now. Does nothing if the realm has no Temporal.
 * @param origin the date at which the run began, in milliseconds since 1970
 */
export function installTemporal(clock: Clock, origin: number, realm: object = globalThis): void {
  const temporal = Reflect.get(realm, "Temporal") as Temporal | undefined;
  if (!temporal) return;
  const { Instant, Now } = temporal;
  const instant = () => Instant.fromEpochMilliseconds(Math.floor(origin + clock.read()));
  const zoned = (timeZone: unknown = Now.timeZoneId()) => instant().toZonedDateTimeISO(timeZone);
  const methods = {
    instant,
    zonedDateTimeISO: zoned,
    plainDateISO: (timeZone?: unknown) => zoned(timeZone).toPlainDate(),
    plainDateTimeISO: (timeZone?: unknown) => zoned(timeZone).toPlainDateTime(),
    plainTimeISO: (timeZone?: unknown) => zoned(timeZone).toPlainTime(),
  };
  for (const [name, method] of Object.entries(methods)) define(Now, name, method);
}
