// Groups of runs that a viewer keeps to compare others with. Groups are named A, B, C and so on, the newest included.
// Pure.

import type { TimelineRun } from "../../timeline/timeline.ts";
import type { Trace } from "../../trace/trace.ts";

/** Runs that were started together: one run, those of a race, or those of several workers. */
export interface RunGroup {
  readonly traces: readonly Trace[];
  /** The label of each run within the group. */
  readonly labels: readonly string[];
  /** The set of each run. Runs of a set are compared as one, for example the workers of one program. */
  readonly sets: readonly string[];
  /** The texts that the runs were made from, by file name. */
  readonly files: ReadonlyMap<string, string>;
}

/** A run of the timeline, with the texts that it was made from, by file name. */
export interface ShownRun extends TimelineRun {
  readonly files: ReadonlyMap<string, string>;
}

/** At most this many groups are kept: a viewer cannot tell more of them apart. */
const most = 8;

/**
 * Returns the kept groups, oldest first, with one more. Returns `kept` itself if the group is kept already or is empty.
 */
export function withKept(kept: readonly RunGroup[], group: RunGroup): readonly RunGroup[] {
  if (has(kept, group) || group.traces.length === 0) return kept;
  return [...kept, group].slice(-most);
}

/** All runs to show: those of the kept groups, then the newest ones. */
export function besideKept(kept: readonly RunGroup[], newest: RunGroup): ShownRun[] {
  if (kept.length === 0) return named(newest, "");
  // If the newest group has just been kept, it is shown once.
  const groups = has(kept, newest) ? kept : [...kept, newest];
  return groups.flatMap((group, index) => named(group, letter(index)));
}

function has(kept: readonly RunGroup[], { traces: [first] }: RunGroup): boolean {
  return kept.some(({ traces }) => isSame(traces[0], first));
}

// A group that was restored after a reload and the restored newest run are different objects. Two runs of a program may
// end at the same tenth of a millisecond, so all events are compared.
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
