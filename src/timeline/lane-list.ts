// Keeps the lanes of a run from frame to frame: of a long run they take longer to find than to draw.

import type { Trace } from "../trace/trace.ts";
import { type LaneItem, laneItems } from "./lane-items.ts";
import type { TimelineRun } from "./runs.ts";
import { foldKey } from "./view.ts";

interface Kept {
  readonly state: string;
  readonly folded: ReadonlySet<string>;
  readonly size: number;
  readonly items: readonly LaneItem[];
}

const kept = new WeakMap<Trace, Kept>();
/** A list that is longer follows a run that goes on in steps. */
const longList = 2000;
const growth = 1.05;

/** The lanes of a run, as `laneItems` finds them: the same list as long as nothing has changed in it. */
export function laneList({ trace, label }: TimelineRun, folded: ReadonlySet<string>): readonly LaneItem[] {
  const last = kept.get(trace);
  const state = stateOf(trace);
  const size = trace.tasks.length + trace.requests.length;
  const isSame = last && (last.state === state || isCloseEnough(last, size, trace));
  if (last && isSame && last.folded === folded) return last.items;
  const own = new Set(
    [...folded].flatMap((key) => (key.startsWith(foldKey(label, "")) ? keyIn(key, label) : [])),
  );
  const items = laneItems(trace, own);
  kept.set(trace, { state, folded, size, items });
  return items;
}

// Lanes come with what begins; whether a request has one of its own is known a little later.
function stateOf({ tasks, requests, timers, prompts, events, outcome }: Trace): string {
  const isUndecided = outcome === undefined && tasks.length < longList;
  return (
    [tasks, requests, timers, prompts].map(({ length }) => length).join() + (isUndecided ? events.length : "")
  );
}

function isCloseEnough({ size: before }: Kept, size: number, { outcome }: Trace): boolean {
  return outcome === undefined && before > longList && size < before * growth;
}

function keyIn(key: string, label: string): string {
  return key.slice(foldKey(label, "").length);
}
