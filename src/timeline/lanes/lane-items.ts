// The kinds of lanes that a run may have: what each shows, its key, its height and its beginning. Pure.

import { mainTask, type TaskId } from "../../trace/events/events.ts";
import type { TaskSpan, TimerSpan } from "../../trace/fold/tasks.ts";
import type { Lock, ThreadSpan } from "../../trace/fold/thread-spans.ts";
import type { RequestSpan } from "../../trace/trace.ts";
import type { LaneCounts } from "../scale/dimensions.ts";
import type { OddLane } from "./lane-column.ts";

/** The fields of every lane in the tree. */
interface Nested {
  /** How many lanes it is nested in. */
  readonly depth: number;
}

/** A lane that may have lanes below it. */
interface Parent extends Nested {
  /** How many lanes are directly below it in the tree. */
  readonly below: number;
  /** True if those lanes are folded away. */
  readonly isFolded: boolean;
}

export interface TaskItem extends Parent {
  readonly kind: "task";
  readonly span: TaskSpan;
  /** The tasks whose lanes are folded into this one: those that it called, those that they called, and so on. */
  readonly hidden: ReadonlySet<TaskId>;
}
/** All entries at the prompt, one after the other. */
export interface PromptItem extends Parent {
  readonly kind: "prompt";
  readonly spans: readonly TaskSpan[];
}
/** A thread: what has control in it, and where it is blocked. Below it are its tasks. */
export interface ThreadItem extends Parent {
  readonly kind: "thread";
  readonly thread: ThreadSpan;
  /** The task of its top level; undefined until it begins. */
  readonly span: TaskSpan | undefined;
}
/** A lock that threads take. */
export interface LockItem extends Parent {
  readonly kind: "lock";
  readonly lock: Lock;
}
export interface RequestItem extends Nested {
  readonly kind: "request";
  readonly span: RequestSpan;
}
/** The timers that a task set and that no task waits for. */
export interface TimersItem extends Nested {
  readonly kind: "timers";
  readonly task: TaskId;
  /** Never empty. */
  readonly spans: readonly TimerSpan[];
}

/** One lane to draw. */
export type LaneItem =
  | { readonly kind: "loop" }
  | TaskItem
  | PromptItem
  | ThreadItem
  | LockItem
  | RequestItem
  | TimersItem
  | { readonly kind: "note"; readonly text: string };

export type ParentItem = TaskItem | PromptItem | ThreadItem | LockItem;
export type LeafItem = RequestItem | TimersItem;

/** Unique within the run and stable from frame to frame. */
export function keyOf(item: LaneItem): string {
  switch (item.kind) {
    case "task":
      return taskKey(item.span.task);
    case "request":
      return `request-${item.span.request}`;
    case "timers":
      return `timers-${item.task}`;
    case "thread":
      return `thread-${item.thread.worker}`;
    case "lock":
      return `lock-${item.lock.on.memory}-${item.lock.on.byte}`;
    case "loop":
    case "prompt":
    case "note":
      return item.kind;
    default:
      return item satisfies never;
  }
}

/** The key of a task's lane. */
export function taskKey(task: TaskId): string {
  return `task-${task}`;
}

/** Returns the tasks that a lane shows. */
export function tasksOf(item: LaneItem): readonly TaskSpan[] {
  if (item.kind === "prompt") return item.spans;
  const isOfTask = item.kind === "task" || item.kind === "thread";
  return isOfTask && item.span ? [item.span] : [];
}

/** Returns which of the three heights a lane has. */
export function heightOf(item: LaneItem): keyof LaneCounts {
  if (item.kind === "loop") return "loop";
  if (item.kind === "prompt") return "main";
  return item.kind === "task" && item.span.task === mainTask ? "main" : "full";
}

/**
 * Returns the lanes whose height differs from most.
 * @param prompt index of the prompt's lane, or -1
 */
export function oddLanes(
  items: readonly LaneItem[],
  prompt: number,
  heights: Readonly<Record<keyof LaneCounts, number>>,
): OddLane[] {
  // Only the first two lanes and the prompt's lane can be odd.
  return [0, 1, prompt].flatMap((index, place) => {
    const item = items[index];
    if (!item || heightOf(item) === "full" || (place === 2 && index < 2)) return [];
    return [{ index, height: heights[heightOf(item)] }];
  });
}

/** A time in milliseconds and its event. */
export interface Beginning {
  readonly start: number;
  readonly seq: number;
}

/**
 * Returns when the lane's task or request began (the newest, if there are several); `undefined` for lanes without a
 * beginning.
 */
export function beginningOf(item: LaneItem): Beginning | undefined {
  switch (item.kind) {
    case "task":
    case "request":
      return item.span;
    case "thread":
      return item.thread;
    case "prompt":
    case "timers":
      return item.spans.at(-1);
    case "lock":
    case "loop":
    case "note":
      return undefined;
    default:
      return item satisfies never;
  }
}

/** Counts the lanes of each height. */
export function countLanes(items: readonly LaneItem[]): LaneCounts {
  const counts = { loop: 0, main: 0, full: 0 };
  for (const item of items) counts[heightOf(item)] += 1;
  return items.length === 0 ? { ...counts, full: 1 } : counts;
}
