// Makes the platform's other uses of the present time show the run's time: Intl.DateTimeFormat, Event and File.

import { define } from "../engine/define.ts";
import { apply, construct, floor, KeptWeakMap } from "../engine/kept.ts";
import type { Clock } from "./clock.ts";

/** The part of a realm that `installPlatformTimes` changes. */
export type PlatformRealm = Pick<typeof globalThis, "Intl"> &
  Partial<Pick<typeof globalThis, "File" | (typeof eventClasses)[number]>>;

/**
 * Makes the run's time the default of formatters and of a new file's modification date, and the time stamp of events.
 * @param origin the date at which the run began, in milliseconds since 1970
 */
export function installPlatformTimes(clock: Clock, origin: number, realm: PlatformRealm = globalThis): void {
  const now = () => floor(origin + clock.read());
  installFormats(now, realm.Intl.DateTimeFormat.prototype);
  if (realm.Event) installTimeStamps(clock, realm);
  if (realm.File) installFiles(now, realm);
}

/** Replaces `format` and `formatToParts`, which take the present time if they are called without a date. */
function installFormats(now: () => number, owner: Intl.DateTimeFormat): void {
  const property = Object.getOwnPropertyDescriptor(owner, "format");
  const { get } = property ?? {};
  const bound = new KeptWeakMap<object, Intl.DateTimeFormat["format"]>();
  if (get) {
    const format = function (this: Intl.DateTimeFormat) {
      const native: Intl.DateTimeFormat["format"] = apply(get, this, []);
      const known = bound.get(this) ?? ((date) => native(date ?? now()));
      bound.set(this, known);
      return known;
    };
    Object.defineProperty(owner, "format", { ...property, get: format });
  }
  const { formatToParts } = owner;
  const parts = function (this: Intl.DateTimeFormat, date?: Date | number) {
    return apply(formatToParts, this, [date ?? now()]);
  };
  define(owner, "formatToParts", parts);
}

/** The classes of events that programs make themselves, each after its base class. */
const eventClasses = ["Event", "CustomEvent", "MessageEvent", "ErrorEvent"] as const;

/**
 * Replaces `timeStamp` of events by the run's time at which the program made them. For an event that the engine made it
 * is the time at which it is first read, usually by a listener.
 */
function installTimeStamps(clock: Clock, realm: PlatformRealm): void {
  const times = replaceTimeStamp(clock, realm.Event?.prototype);
  if (!times) return;
  const make = (real: EventClass, given: unknown[], target: NewableFunction) => {
    const event: Event = construct(real, given, target);
    times.set(event, clock.read());
    return event;
  };
  let base: object | undefined;
  for (const name of eventClasses) {
    const Real: EventClass | undefined = realm[name];
    if (!Real) continue;
    const RunEvent = new Proxy(Real, making(make));
    define(realm, name, RunEvent);
    define(Real.prototype, "constructor", RunEvent);
    if (base) Object.setPrototypeOf(Real, base);
    base ??= RunEvent;
  }
}

type EventClass = abstract new (...given: never[]) => Event;

/** @returns the time of each event that is known */
function replaceTimeStamp(clock: Clock, owner: Event | undefined): WeakMap<Event, number> | undefined {
  const property = owner && Object.getOwnPropertyDescriptor(owner, "timeStamp");
  const { get } = property ?? {};
  if (!owner || !get) return undefined;
  const times = new KeptWeakMap<Event, number>();
  const timeStamp = function (this: Event) {
    // The engine's getter throws if `this` is not an event.
    apply(get, this, []);
    const time = times.get(this) ?? clock.read();
    times.set(this, time);
    return time;
  };
  Object.defineProperty(owner, "timeStamp", { ...property, get: timeStamp });
  return times;
}

function installFiles(now: () => number, realm: PlatformRealm): void {
  const Real = realm.File;
  if (!Real) return;
  const make = (_: typeof File, given: unknown[], target: NewableFunction) => {
    const options = given[2];
    const isTold = typeof options === "object" && options !== null && "lastModified" in options;
    const full =
      given.length < 2 || isTold
        ? given
        : [given[0], given[1], { ...(options as object), lastModified: now() }];
    return construct(Real, full, target);
  };
  const RunFile = new Proxy(Real, making(make));
  define(realm, "File", RunFile);
  define(Real.prototype, "constructor", RunFile);
}

/** A handler without a prototype, so that nothing a program adds to `Object.prototype` becomes a trap. */
function making<Class extends object>(construct: ProxyHandler<Class>["construct"]): ProxyHandler<Class> {
  return { __proto__: null, construct } as ProxyHandler<Class>;
}
