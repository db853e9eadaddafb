// Geometry of what a thread does over time: who has control, where it is blocked, and what its top level waits for.
// Pure; slide units.

import { firstIndex } from "../../trace/events/lists.ts";
import type { Stretch } from "../../trace/fold/tasks.ts";
import type { ThreadPiece, ThreadSpan } from "../../trace/fold/thread-spans.ts";
import { addTurn, type Edges, type Extent, extent } from "../scale/extents.ts";
import { endIn, type LaneFrame, type TaskSurroundings } from "../scale/lane-frame.ts";
import { lookInThread, threadLook } from "../scale/looks.ts";
import { readyX, type WaitExtent } from "./task-parts.ts";

/** The thread was blocked: one piece, or several that are too short to be distinguished. */
export interface BlockedExtent extends Extent {
  /** The piece; undefined if there are several. */
  readonly piece: ThreadPiece | undefined;
}

export interface ThreadParts {
  /** Who had control, grouped by the class of the task's look. */
  readonly blocks: readonly { readonly key: string; readonly extents: readonly Extent[] }[];
  readonly blocked: readonly BlockedExtent[];
  readonly waits: readonly WaitExtent[];
  /** What its top level waits for has happened, but the top level has not been resumed yet. */
  readonly ready: readonly Extent[];
}

/** Pieces that end within so many units of the beginning of another one are left out. */
const closest = 2;
const narrowest = 3;
/** Shorter waits right beside another one share its bar. */
const shortest = 8;

interface Building {
  readonly blocks: Map<string, Edges[]>;
  readonly blocked: (Edges & { piece: ThreadPiece | undefined })[];
  readonly waits: WaitExtent[];
  readonly ready: Extent[];
}

export function threadParts(thread: ThreadSpan, around: TaskSurroundings): ThreadParts {
  const { frame } = around;
  const parts: Building = { blocks: new Map(), blocked: [], waits: [], ready: [] };
  const { pieces } = thread;
  for (let index = 0, piece = pieces[0]; piece; piece = pieces[index]) {
    const [left, right] = edgesOf(piece, frame);
    addPiece(parts, piece, { left, right }, thread, around);
    const isLong = right > left + closest;
    index = firstIndex(pieces, (later) => isLong || edgesOf(later, frame)[1] > left + closest, index + 1);
  }
  return {
    blocks: [...parts.blocks].map(([key, edges]) => ({ key, extents: edges.map(extent) })),
    blocked: parts.blocked.map((edges) => ({ ...extent(edges), piece: edges.piece })),
    waits: parts.waits,
    ready: parts.ready,
  };
}

function edgesOf(
  { from, seq, to, endSeq }: ThreadPiece,
  frame: LaneFrame,
): readonly [left: number, right: number] {
  return [frame.x(from, seq), endIn(frame, to, endSeq)];
}

function addPiece(
  parts: Building,
  piece: ThreadPiece,
  { left, right }: Edges,
  thread: ThreadSpan,
  around: TaskSurroundings,
): void {
  const { trace, looks } = around;
  const { does } = piece;
  if (does.kind === "blocked") {
    addBlocked(parts, piece, left, right);
    return;
  }
  if (does.kind === "waiting") {
    if (right - left > closest) addWait(parts, does.stretch, { left, right }, around);
    return;
  }
  const task = does.kind === "running" ? trace.tasks[does.task] : undefined;
  const isTop = task === undefined || task.kind === "main";
  const { className } = isTop ? threadLook(thread, looks) : lookInThread(task, thread, looks);
  const edges = parts.blocks.get(className) ?? [];
  parts.blocks.set(className, edges);
  addTurn(edges, left, right);
}

function addWait(
  { waits, ready }: Building,
  { wait }: Stretch,
  { left, right: end }: Edges,
  { trace, frame: { x } }: TaskSurroundings,
): void {
  const there = wait ? readyX(wait, trace, x) : undefined;
  const right = there === undefined ? end : Math.max(left, Math.min(end, there));
  waits.push({ ...extent({ left, right }), wait });
  if (end - right > closest) ready.push(extent({ left: right, right: end }));
}

function addBlocked({ blocked }: Building, piece: ThreadPiece, left: number, right: number): void {
  const last = blocked.at(-1);
  const isShort = right - left < shortest;
  if (!last || left > last.right + closest || !(isShort || last.right - last.left < shortest)) {
    blocked.push({ left, right: Math.max(right, left + narrowest), piece });
    return;
  }
  if (right - left < closest) return;
  // The bar of a long wait that swallows a short one still says what it waits for.
  if (last.right - last.left < shortest) last.piece = isShort ? undefined : piece;
  last.right = Math.max(last.right, right);
}
