// Keeps the lanes of a run from frame to frame: of a long run they take longer to find than to draw.

import type { Trace } from "../../trace/trace.ts";
import type { LaneCounts } from "../scale/dimensions.ts";
import type { TimelineRun } from "../scale/runs.ts";
import { foldKey } from "../scale/view.ts";
import { type Beginning, beginningOf, countLanes, type LaneItem, laneItems } from "./lane-items.ts";

/** Lanes with what would take a walk through all of them. */
export interface LaneList {
  readonly items: readonly LaneItem[];
  readonly counts: LaneCounts;
  /** The lanes of what began last: several where that was at one time. */
  readonly newest: readonly NewLane[];
  /** The number of the prompt's lane; -1 where there is none. */
  readonly prompt: number;
}

/** A lane by its number, and when its newest task or request began. */
export interface NewLane extends Beginning {
  readonly index: number;
}

interface Kept {
  readonly state: string;
  readonly folded: ReadonlySet<string>;
  readonly size: number;
  readonly list: LaneList;
}

const kept = new WeakMap<Trace, Kept>();
/** A list that is longer follows a run that goes on in steps. */
const longList = 2000;
const growth = 1.05;

/** The lanes of a run, as `laneItems` finds them: the same list as long as nothing has changed in it. */
export function laneList({ trace, label }: TimelineRun, folded: ReadonlySet<string>): LaneList {
  const last = kept.get(trace);
  const state = stateOf(trace);
  const size = trace.tasks.length + trace.requests.length;
  const isSame = last && (last.state === state || isCloseEnough(last, size, trace));
  if (last && isSame && last.folded === folded) return last.list;
  const own = new Set(
    [...folded].flatMap((key) => (key.startsWith(foldKey(label, "")) ? keyIn(key, label) : [])),
  );
  const items = laneItems(trace, own);
  const list = { items, counts: countLanes(items), newest: newestOf(items), prompt: promptOf(items) };
  kept.set(trace, { state, folded, size, list });
  return list;
}

function promptOf(items: readonly LaneItem[]): number {
  return items.findIndex(({ kind }) => kind === "prompt");
}

function newestOf(items: readonly LaneItem[]): NewLane[] {
  let newest: NewLane[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  for (const [index, item] of items.entries()) {
    const { start = Number.NEGATIVE_INFINITY, seq = -1 } = beginningOf(item) ?? {};
    if (seq < 0 || start < latest) continue;
    if (start > latest) newest = [];
    newest.push({ index, start, seq });
    latest = start;
  }
  return newest;
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
