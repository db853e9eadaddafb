// Calculates the state of each lane at a moment, as dots on the playhead. Pure; slide units.

import { holdAt } from "../../trace/fold/locks.ts";
import type { LiveTask } from "../../trace/fold/tasks.ts";
import { type Position, positionAt } from "../../trace/moment/playhead.ts";
import { type ThreadState, threadStateAt } from "../../trace/moment/thread-moment.ts";
import type { RequestSpan, Trace } from "../../trace/trace.ts";
import { type LaneItem, tasksOf } from "../lanes/lane-items.ts";
import type { GroupLayout } from "./group.ts";

export type DotState = "running" | "suspended" | "ready" | "created" | "blocked";

export interface MomentDot {
  readonly key: string;
  readonly y: number;
  readonly radius: number;
  readonly state: DotState;
  readonly className: string;
}

const largest = 7;

/** Returns the dots of one run's lanes. A lane has none before its task or request begins and after it ends. */
export function momentDots(group: GroupLayout, trace: Trace, { seq }: Position): MomentDot[] {
  const live = new Map(trace.liveAt(seq).map((each) => [each.task.task, each]));
  const inFlight = new Set(trace.inFlightAt(seq).map(({ request }) => request));
  return group.lanes.flatMap((lane, index) => {
    const item = group.items[index];
    const state = item && stateOf(item, live, inFlight, trace, seq);
    if (!state || lane.kind === "note") return [];
    const radius = Math.min(largest, lane.barHeight / 2);
    return [{ key: lane.key, y: lane.y + lane.height / 2, radius, state, className: lane.look.className }];
  });
}

function stateOf(
  item: LaneItem,
  live: ReadonlyMap<number, LiveTask>,
  inFlight: ReadonlySet<number>,
  trace: Trace,
  seq: number,
): DotState | undefined {
  if (item.kind === "request") {
    const span = trace.requests[item.span.request];
    return inFlight.has(item.span.request) ? requestState(span, seq) : undefined;
  }
  if (item.kind === "thread") return threadDot(threadStateAt(item.thread, trace, seq));
  if (item.kind === "lock") return holdAt(item.lock, seq) ? "running" : undefined;
  const states = tasksOf(item).flatMap(({ task }) => live.get(task) ?? []);
  const [first] = states.map((each) => taskState(each, trace, seq));
  return first;
}

function threadDot({ kind }: ThreadState): DotState | undefined {
  if (kind === "unborn" || kind === "over") return undefined;
  if (kind === "starting") return "created";
  return kind === "idle" ? "suspended" : kind;
}

function taskState({ stretch: { state, wait } }: LiveTask, trace: Trace, seq: number): DotState {
  if (state !== "suspended") return state;
  if (wait?.kind === "body") return wait.arrived ? "ready" : state;
  return wait?.kind === "request" ? requestState(trace.requests[wait.request], seq) : state;
}

function requestState(span: RequestSpan | undefined, seq: number): DotState {
  return span?.readySeq !== undefined && span.readySeq <= seq ? "ready" : "suspended";
}

/**
 * Returns the position in one run. For the run that the viewer steps through it is `position`; for other runs, the
 * position at the same time.
 */
export function positionIn(trace: Trace, stepped: Trace | undefined, position: Position): Position {
  return trace === stepped ? position : positionAt(trace, position.t);
}
