// The clock of the talk: started, paused and reset by the speaker. It is plain data, so that it can be kept and sent.

export interface TalkClock {
  /** Minutes that the speaker has. */
  readonly length: number;
  /** Milliseconds of the talk before the clock was last started. */
  readonly spent: number;
  /** The time at which it was last started, as `Date.now()` gives it; `null` while it stands. */
  readonly since: number | null;
}

export type ClockDeed =
  | { readonly kind: "start" }
  | { readonly kind: "pause" }
  /** Back to zero. A clock that goes then stands. */
  | { readonly kind: "reset" }
  /** The speaker has so many minutes. */
  | { readonly kind: "length"; readonly minutes: number };

/** In minutes: shorter and longer talks are mistakes. */
export const lengths = { shortest: 1, longest: 600 } as const;

/** The clock before the talk. */
export function newClock(length: number): TalkClock {
  return { length, spent: 0, since: null };
}

/** @param now as `Date.now()` gives it */
export function nextClock(clock: TalkClock, deed: ClockDeed, now: number): TalkClock {
  switch (deed.kind) {
    case "start":
      return clock.since === null ? { ...clock, since: now } : clock;
    case "pause":
      return { ...clock, spent: spentAt(clock, now), since: null };
    case "reset":
      return { ...clock, spent: 0, since: null };
    case "length":
      return isLength(deed.minutes) ? { ...clock, length: deed.minutes } : clock;
    default:
      return deed satisfies never;
  }
}

/** Returns the milliseconds of the talk so far. */
export function spentAt({ spent, since }: TalkClock, now: number): number {
  // The computer's clock may have been set back meanwhile.
  return since === null ? spent : spent + Math.max(0, now - since);
}

/** True if the talk has not begun. */
export function isFresh({ spent, since }: TalkClock): boolean {
  return spent === 0 && since === null;
}

/** Reads a kept clock. `undefined` if it is none. */
export function readClock(text: string | null): TalkClock | undefined {
  try {
    const clock: unknown = JSON.parse(text ?? "");
    return isClock(clock) ? clock : undefined;
  } catch {
    return undefined;
  }
}

function isClock(value: unknown): value is TalkClock {
  if (typeof value !== "object" || value === null) return false;
  const { length, spent, since } = value as Partial<Record<keyof TalkClock, unknown>>;
  return isLength(length) && isTime(spent) && (since === null || isTime(since));
}

function isTime(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function isLength(value: unknown): value is number {
  return typeof value === "number" && value >= lengths.shortest && value <= lengths.longest;
}
