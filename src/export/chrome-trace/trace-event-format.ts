// Types of the part of the Trace Event Format that we write. Perfetto and DevTools read it.
// https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU

/** Arguments: what a viewer shows about the selected event. */
export type Args = Readonly<Record<string, string | number | boolean>>;

interface Located {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
}

interface Timed extends Located {
  /** Category. Viewers filter by it. */
  readonly cat: string;
  /** Timestamp in microseconds. */
  readonly ts: number;
}

/** One event of the format. `ph`, its phase, decides which other fields it has. */
export type FormatEvent =
  /** Metadata: names and order of processes and threads. */
  | (Located & {
      readonly ph: "M";
      readonly args:
        | { readonly name: string }
        | { readonly labels: string }
        | { readonly sort_index: number };
    })
  /** Complete event: a slice on a thread, with a start and a duration. The slices of one thread must nest. */
  | (Timed & { readonly ph: "X"; readonly dur: number; readonly args: Args })
  /** Asynchronous event: begins ("b"), ends ("e") and instants ("n") with the same `cat` and `id` form a tree. */
  | (Timed & { readonly ph: "b" | "e" | "n"; readonly id: string; readonly args?: Args })
  /** Instant: a mark on a thread ("t") or across the whole process ("p"). */
  | (Timed & { readonly ph: "i"; readonly s: "t" | "p"; readonly args: Args })
  /** Counter: the values of its series from this time on. */
  | (Timed & { readonly ph: "C"; readonly args: Readonly<Record<string, number>> })
  /** Flow: an arrow from the slice around its start ("s") to the slice around its end ("f"). */
  | (Timed & { readonly ph: "s"; readonly id: string })
  | (Timed & { readonly ph: "f"; readonly id: string; readonly bp: "e" });

/**
 * Converts a time to the unit of the format. Rounds to whole microseconds: with fractions, rounding errors would
 * leave gaps between adjacent slices.
 */
export function microseconds(milliseconds: number): number {
  return Math.round(milliseconds * 1000);
}

/** Converts an interval in milliseconds to the start and duration of a slice. */
export function extent(from: number, to: number): { readonly ts: number; readonly dur: number } {
  const ts = microseconds(from);
  return { ts, dur: Math.max(0, microseconds(to) - ts) };
}
