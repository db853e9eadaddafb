// Geometry of a folded lane: adds the turns of the tasks whose lanes are hidden in it. Pure; slide units.

import type { TaskId } from "../../trace/events/events.ts";
import { firstIndex } from "../../trace/events/lists.ts";
import type { TaskSpan } from "../../trace/fold/tasks.ts";
import { addTurn, type Edges, extent } from "../scale/extents.ts";
import { endIn, type TaskSurroundings } from "../scale/lane-frame.ts";
import type { TaskParts, WaitExtent } from "./task-parts.ts";

/** Turns that end within so many units of the beginning of another one are left out. */
const closest = 2;

/**
 * Returns the parts of a task's bar with the turns of the tasks in `hidden`, which run in the same thread. Its waits for
 * a caller have no words.
 */
export function withTurnsOf(
  parts: TaskParts,
  span: TaskSpan,
  hidden: ReadonlySet<TaskId>,
  around: TaskSurroundings,
): TaskParts {
  const own = parts.solid.map(({ x, width }) => ({ left: x, right: x + width }));
  const turns = [...own, ...turnsOf(span, hidden, around)].sort((one, other) => one.left - other.left);
  const merged: Edges[] = [];
  for (const { left, right } of turns) addTurn(merged, left, right);
  return { ...parts, solid: merged.map(extent), waits: parts.waits.map(withoutCaller) };
}

/** A task that waits for its caller may have delegated to a hidden task, and that waits for something else. */
function withoutCaller(part: WaitExtent): WaitExtent {
  return part.wait?.kind === "caller" ? { ...part, wait: undefined } : part;
}

function turnsOf(
  { seq, worker }: TaskSpan,
  hidden: ReadonlySet<TaskId>,
  { trace, frame }: TaskSurroundings,
): Edges[] {
  const control = trace.controlOf(worker);
  const turns: Edges[] = [];
  let at = firstIndex(control, (turn) => turn.seq >= seq);
  for (let turn = control[at]; turn; turn = control[at]) {
    at += 1;
    if (!hidden.has(turn.task)) continue;
    const left = frame.x(turn.from, turn.seq);
    turns.push({ left, right: endIn(frame, turn.to, turn.endSeq) });
    at = firstIndex(control, ({ to, endSeq }) => endIn(frame, to, endSeq) > left + closest, at);
  }
  return turns;
}
