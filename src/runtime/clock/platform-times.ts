// Makes the platform's other uses of the present time show the run's time: Intl.DateTimeFormat, Event and File.

import type { Clock } from "./clock.ts";

/** The part of a realm that `installPlatformTimes` changes. */
export type PlatformRealm = Pick<typeof globalThis, "Intl"> &
  Partial<Pick<typeof globalThis, "Event" | "File">>;

/**
 * Makes the run's time the default of formatters and of a new file's modification date, and the time stamp of events.
 * @param origin the date at which the run began, in milliseconds since 1970
 */
export function installPlatformTimes(clock: Clock, origin: number, realm: PlatformRealm = globalThis): void {
  const now = () => Math.floor(origin + clock.read());
  installFormats(now, realm.Intl.DateTimeFormat.prototype);
  if (realm.Event) installTimeStamps(clock, realm.Event.prototype);
  if (realm.File) installFiles(now, realm);
}

/** Replaces `format` and `formatToParts`, which take the present time if they are called without a date. */
function installFormats(now: () => number, owner: Intl.DateTimeFormat): void {
  const property = Object.getOwnPropertyDescriptor(owner, "format");
  const { get } = property ?? {};
  const bound = new WeakMap<object, Intl.DateTimeFormat["format"]>();
  if (get) {
    const format = function (this: Intl.DateTimeFormat) {
      const native: Intl.DateTimeFormat["format"] = Reflect.apply(get, this, []);
      const known = bound.get(this) ?? ((date) => native(date ?? now()));
      bound.set(this, known);
      return known;
    };
    Object.defineProperty(owner, "format", { ...property, get: format });
  }
  const { formatToParts } = owner;
  const parts = function (this: Intl.DateTimeFormat, date?: Date | number) {
    return formatToParts.call(this, date ?? now());
  };
  define(owner, "formatToParts", parts);
}

/**
 * Replaces `timeStamp` of events by the time at which it is first read, usually by a listener. The time of creation is
 * not known: the engine creates most events itself.
 */
function installTimeStamps(clock: Clock, owner: Event): void {
  const property = Object.getOwnPropertyDescriptor(owner, "timeStamp");
  const { get } = property ?? {};
  if (!get) return;
  const times = new WeakMap<Event, number>();
  const timeStamp = function (this: Event) {
    // The engine's getter throws if `this` is not an event.
    Reflect.apply(get, this, []);
    const time = times.get(this) ?? clock.read();
    times.set(this, time);
    return time;
  };
  Object.defineProperty(owner, "timeStamp", { ...property, get: timeStamp });
}

function installFiles(now: () => number, realm: PlatformRealm): void {
  const Real = realm.File;
  if (!Real) return;
  const construct = (_: typeof File, given: unknown[], target: NewableFunction) => {
    const [bits, name, options] = given;
    const isTold = typeof options === "object" && options !== null && "lastModified" in options;
    const full =
      given.length < 2 || isTold ? given : [bits, name, { ...(options as object), lastModified: now() }];
    return Reflect.construct(Real, full, target);
  };
  const RunFile = new Proxy(Real, { construct });
  define(realm, "File", RunFile);
  define(Real.prototype, "constructor", RunFile);
}

function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, writable: true, configurable: true });
}
