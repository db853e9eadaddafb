// Formats times: in seconds and milliseconds, or in the unit of an example's story.

/** A unit of time, for ticks and totals. */
export interface TimeUnit {
  /** Milliseconds of the run's clock. */
  readonly length: number;
  /** The singular, for example "week". */
  readonly name: string;
}

/** Ways to format times. All take milliseconds of the run's clock. */
export interface Times {
  /** Returns the unit of an axis that ends at `end`. */
  readonly unit: (end: number) => TimeUnit;
  /** "6.04 s"; below a tenth of a second "43 ms". */
  readonly text: (t: number) => string;
  /** "0.03–2.02 s"; "at 13 ms" if both ends read the same. */
  readonly range: (from: number, to: number) => string;
  /** For a time that is still growing: "6.0 s", with one decimal. */
  readonly rough: (t: number) => string;
  /** The duration that a timer was set to: "300 ms". */
  readonly delay: (t: number) => string;
}

const second: TimeUnit = { length: 1000, name: "s" };
const millisecond: TimeUnit = { length: 1, name: "ms" };

/** Seconds and milliseconds. */
export const plainTimes: Times = {
  unit: (end) => (end < 100 ? millisecond : second),
  text: (t) => {
    if (t < 100) return amount(Math.round(t).toString(), millisecond);
    return amount((t / 1000).toFixed(t < 100_000 ? 2 : 1), second);
  },
  range: (from, to) => {
    if (plainTimes.text(from) === plainTimes.text(to)) return `at ${plainTimes.text(to)}`;
    const first = to < 100 ? Math.round(from).toString() : (from / 1000).toFixed(to < 100_000 ? 2 : 1);
    return `${first}–${plainTimes.text(to)}`;
  },
  rough: (t) => amount((t / 1000).toFixed(1), second),
  delay: (t) => `${Math.round(t)} ms`,
};

/**
 * Formats times in the unit of a story: "45 min", "20 weeks". Below ten units it gives one decimal, unless the value
 * is within 0.05 of a whole number.
 */
export function timesIn(unit: TimeUnit): Times {
  const number = (t: number) => {
    const value = t / unit.length;
    const digits = Math.abs(value - Math.round(value)) < 0.05 || value >= 10 ? 0 : 1;
    return value.toFixed(digits);
  };
  const text = (t: number) => amount(number(t), unit);
  const range = (from: number, to: number) =>
    number(from) === number(to) ? `at ${text(to)}` : `${number(from)}–${text(to)}`;
  const whole = (t: number) => amount(Math.floor(t / unit.length).toString(), unit);
  return { unit: () => unit, text, range, rough: whole, delay: (t) => text(t).replace("\u00a0", " ") };
}

/** A number with its unit: "1 week", "20 weeks", "45 min". A unit takes a plural "s" unless it is an abbreviation. */
export function amount(value: string, { name }: TimeUnit): string {
  const plural = name.length > 3 && Number(value) !== 1 ? "s" : "";
  return `${value}\u00a0${name}${plural}`;
}

/** Parses "150 ms = 1 week". Returns `undefined` for any other form. */
export function parseUnit(text: string): TimeUnit | undefined {
  const [, length, name] = /^\s*(\d+(?:\.\d+)?) ms = 1 ([a-z]+)\s*$/.exec(text) ?? [];
  if (!length || !name || Number(length) === 0) return undefined;
  return { length: Number(length), name };
}
