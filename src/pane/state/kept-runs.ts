// Runs that a viewer keeps to compare others with: each is called by a letter, and so is the newest. Pure.

import type { TimelineRun } from "../../timeline/timeline.ts";
import type { Trace } from "../../trace/trace.ts";

/** What has run at once: one run, those of a race, or those of several workers. */
export interface RunGroup {
  readonly traces: readonly Trace[];
  /** What each is called within the group. */
  readonly labels: readonly string[];
  /** For each run what it is compared as: workers of one program are one. */
  readonly sets: readonly string[];
  /** The texts that they were made from, by the names of their files. */
  readonly files: ReadonlyMap<string, string>;
}

/** A run with what it was made from. */
export interface ShownRun extends TimelineRun {
  readonly files: ReadonlyMap<string, string>;
}

/** More are not told apart any more. */
const most = 8;

/** The kept groups, oldest first, with one more; the same where that is kept already, or nothing has run. */
export function withKept(kept: readonly RunGroup[], group: RunGroup): readonly RunGroup[] {
  if (has(kept, group) || group.traces.length === 0) return kept;
  return [...kept, group].slice(-most);
}

/** All runs to be shown: the kept ones, then the newest. */
export function besideKept(kept: readonly RunGroup[], newest: RunGroup): ShownRun[] {
  if (kept.length === 0) return named(newest, "");
  // What has just been kept is shown once.
  const groups = has(kept, newest) ? kept : [...kept, newest];
  return groups.flatMap((group, index) => named(group, letter(index)));
}

function has(kept: readonly RunGroup[], { traces: [first] }: RunGroup): boolean {
  return kept.some(({ traces }) => isSame(traces[0], first));
}

// What was kept over a reload is another object than the newest run that was kept, too. Two runs of a program may end at
// the same tenth of a millisecond: so all of their events count.
function isSame(one: Trace | undefined, other: Trace | undefined): boolean {
  if (one === other) return true;
  if (!one || !other || one.entry !== other.entry || one.events.length !== other.events.length) return false;
  if (one.events.length === 0 || one.duration !== other.duration) return false;
  return JSON.stringify(one.events) === JSON.stringify(other.events);
}

function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

function named({ traces, labels, sets, files }: RunGroup, name: string): ShownRun[] {
  return traces.map((trace, index) => {
    const own = labels[index] ?? "";
    const label = name === "" ? own : traces.length > 1 ? `${name} ${own}` : name;
    const isOneSet = new Set(sets).size < 2;
    const set = name === "" ? (sets[index] ?? own) : isOneSet ? name : `${name} ${sets[index]}`;
    return { label, trace, files, set };
  });
}
