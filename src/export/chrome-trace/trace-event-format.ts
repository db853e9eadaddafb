// The part of the published Trace Event Format that we write; Perfetto and DevTools read it.
// https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU

/** What a viewer shows of a selected event. */
export type Args = Readonly<Record<string, string | number | boolean>>;

interface Located {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
}

interface Timed extends Located {
  /** Category, by which viewers filter. */
  readonly cat: string;
  /** Microseconds. */
  readonly ts: number;
}

/** One event of the format; `ph`, its phase, decides about the other fields. */
export type FormatEvent =
  /** Metadata: names and order of processes and threads. */
  | (Located & {
      readonly ph: "M";
      readonly args: { readonly name: string } | { readonly sort_index: number };
    })
  /** Complete: something with a beginning and a length on a thread. Those of one thread must nest. */
  | (Timed & { readonly ph: "X"; readonly dur: number; readonly args: Args })
  /** Asynchronous: begins, ends and instants with the same `cat` and `id` make a tree. */
  | (Timed & { readonly ph: "b" | "e" | "n"; readonly id: string; readonly args?: Args })
  /** Instant, on a thread or in the whole process. */
  | (Timed & { readonly ph: "i"; readonly s: "t" | "p"; readonly args: Args })
  /** Counter, with a value for each of its series from now on. */
  | (Timed & { readonly ph: "C"; readonly args: Readonly<Record<string, number>> })
  /** Flow: an arrow from the slice around its start to the slice around its end. */
  | (Timed & { readonly ph: "s"; readonly id: string })
  | (Timed & { readonly ph: "f"; readonly id: string; readonly bp: "e" });

/** A time as the format has it. Whole microseconds: sums of fractions would not meet where one event follows another. */
export function microseconds(milliseconds: number): number {
  return Math.round(milliseconds * 1000);
}

/** From one time to another, both in milliseconds. */
export function extent(from: number, to: number): { readonly ts: number; readonly dur: number } {
  const ts = microseconds(from);
  return { ts, dur: Math.max(0, microseconds(to) - ts) };
}
