// Caches the lanes of a run from frame to frame. In a long run, finding the lanes takes longer than drawing them.

import type { Trace } from "../../trace/trace.ts";
import type { LaneCounts } from "../scale/dimensions.ts";
import type { TimelineRun } from "../scale/runs.ts";
import { foldKey } from "../scale/view.ts";
import { type Beginning, beginningOf, countLanes, type LaneItem } from "./lane-items.ts";
import { laneItems } from "./lane-tree.ts";

/** The lanes, with values that would otherwise take a walk through all lanes. */
export interface LaneList {
  readonly items: readonly LaneItem[];
  readonly counts: LaneCounts;
  /** The lanes whose task or request began last. Several, if several began at the same time. */
  readonly newest: readonly NewLane[];
  /** Index of the prompt's lane; -1 if there is none. */
  readonly prompt: number;
}

/** A lane by its index, and when its newest task or request began. */
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
/** A list with more tasks and requests than this is updated in steps of 5 % while the run goes on. */
const longList = 2000;
const growth = 1.05;

/** Returns the lanes of a run, as `laneItems` does. Returns the same list as long as nothing in it has changed. */
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

// Lanes change when something begins. Whether a request gets its own lane is known a little later, so in a short run
// every event counts.
function stateOf({ tasks, requests, timers, prompts, threads, locks, events, outcome }: Trace): string {
  const isUndecided = outcome === undefined && tasks.length < longList;
  return (
    [tasks, requests, timers, prompts, threads, locks].map(({ length }) => length).join() +
    (isUndecided ? events.length : "")
  );
}

function isCloseEnough({ size: before }: Kept, size: number, { outcome }: Trace): boolean {
  return outcome === undefined && before > longList && size < before * growth;
}

function keyIn(key: string, label: string): string {
  return key.slice(foldKey(label, "").length);
}
