// Decides which lanes a run has, and in which order: each task, then the requests and timers that the task's own lane
// does not show, then the tasks that it called. All entries at the prompt share one lane. Pure.

import { mainTask, type TaskId, type WorkerId } from "../../trace/events/events.ts";
import { firstIndex, grouped } from "../../trace/events/lists.ts";
import type { TaskSpan, TimerSpan } from "../../trace/fold/tasks.ts";
import type { RequestSpan, Trace } from "../../trace/trace.ts";
import {
  keyOf,
  type LaneItem,
  type LeafItem,
  type LockItem,
  type ParentItem,
  type PromptItem,
  type TaskItem,
  type ThreadItem,
  tasksOf,
} from "./lane-items.ts";

const noneFolded: ReadonlySet<string> = new Set();

/** @param folded keys of lanes whose nested lanes are hidden */
export function laneItems(trace: Trace, folded: ReadonlySet<string> = noneFolded): LaneItem[] {
  // Each thread has an event loop of its own, so the lanes of threads show who has control.
  const hasLoop = trace.tasks.length > 0 && trace.threads.length === 0;
  const items: LaneItem[] = hasLoop ? [{ kind: "loop" }] : [];
  for (const item of nestedItems(trace, folded)) items.push(item);
  if (isEmpty(trace, items)) items.push({ kind: "note", text: "No requests." });
  return items;
}

// Uses a list instead of recursion, because tasks may be nested deeper than the call stack allows.
function* nestedItems(trace: Trace, folded: ReadonlySet<string>): Generator<ParentItem | LeafItem> {
  const leavesOf = leafFinder(trace);
  const loose = looseTasks(trace);
  yield* leavesOf(undefined, 0);
  const coming = roots(trace).reverse();
  for (let next = coming.pop(); next; next = coming.pop()) {
    const below = tasksOf(next).flatMap(({ task }) => leavesOf(task, next.depth + 1));
    const children = calledBy(next, trace, loose);
    const item = { ...next, below: below.length + children.length, isFolded: folded.has(keyOf(next)) };
    yield item.kind === "task" && item.isFolded ? { ...item, hidden: calledInAll(item.span, trace) } : item;
    if (item.isFolded) continue;
    yield* below;
    for (const child of children.reverse()) coming.push(child);
  }
}

// The prompt's lane comes after the program's lanes.
function roots(trace: Trace): ParentItem[] {
  const spans = prompts(trace);
  const prompt: PromptItem = { kind: "prompt", depth: 0, spans, below: 0, isFolded: false };
  const own =
    trace.threads.length > 0 ? threadItems(trace) : rootTasks(trace).map((span) => taskItem(span, 0));
  return [...own, ...(spans.length === 0 ? [] : [prompt])];
}

// The first lock stays in view while the lanes scroll, like the event loop's lane of other programs.
function threadItems({ threads, locks, tasks }: Trace): ParentItem[] {
  const closed = { depth: 0, below: 0, isFolded: false };
  return [
    ...locks.map((lock): LockItem => ({ kind: "lock", lock, ...closed })),
    ...threads.map((thread): ThreadItem => {
      const span = thread.top === undefined ? undefined : tasks[thread.top];
      return { kind: "thread", thread, span, ...closed };
    }),
  ];
}

/** The tasks that no other task called, except entries at the prompt. */
function rootTasks({ tasks }: Trace): TaskSpan[] {
  return tasks.filter(({ parent, kind }) => parent === undefined && kind !== "prompt");
}

function prompts({ tasks, prompts }: Trace): readonly TaskSpan[] {
  return prompts.length === 0 ? [] : tasks.filter(({ kind }) => kind === "prompt");
}

function taskItem(span: TaskSpan, depth: number): TaskItem {
  return { kind: "task", depth, span, below: 0, isFolded: false, hidden: noTasks };
}

const noTasks: ReadonlySet<TaskId> = new Set();

/** Returns the tasks that a task called, directly or not. */
function calledInAll({ children }: TaskSpan, { tasks }: Trace): ReadonlySet<TaskId> {
  const called = new Set(children);
  // A set goes on with what is added while it is walked through.
  for (const task of called) for (const child of tasks[task]?.children ?? []) called.add(child);
  return called;
}

// Requests and timers of an unknown task are at the top level.
function leafFinder({ tasks, requests, timers }: Trace) {
  const known = (task: TaskId) => (tasks[task] ? task : undefined);
  const ownRequests = grouped(
    requests.filter((request) => hasLane(tasks[request.task], request)),
    ({ task }) => known(task),
  );
  const ownTimers = grouped(timers.filter(isUnawaited), ({ task }) => known(task));
  return (task: TaskId | undefined, depth: number): LeafItem[] => {
    const spans = ownTimers.get(task);
    return [
      ...(ownRequests.get(task) ?? []).map((span) => ({ kind: "request", depth, span }) as const),
      ...(spans ? [{ kind: "timers", task: task ?? mainTask, depth, spans } as const] : []),
    ];
  };
}

// A waiting entry may continue after a later entry has begun, so the tasks that entries call are sorted by number.
function calledBy(item: ParentItem, { tasks }: Trace, loose: LooseTasks): TaskItem[] {
  const spans = tasksOf(item);
  const called = spans.flatMap(({ children }) => children);
  const own = item.kind === "thread" ? [...called, ...(loose.get(item.thread.worker) ?? [])] : called;
  return (spans.length > 1 || item.kind === "thread" ? own.sort((one, other) => one - other) : own)
    .flatMap((child: TaskId) => tasks[child] ?? [])
    .filter(({ kind }) => kind !== "prompt")
    .map((span) => taskItem(span, item.depth + 1));
}

/** By thread: the tasks that its event loop called, for example in the handler of a message. */
type LooseTasks = ReadonlyMap<WorkerId, readonly TaskId[]>;

function looseTasks(trace: Trace): LooseTasks {
  if (trace.threads.length === 0) return new Map();
  const loose = rootTasks(trace).filter(({ kind }) => kind !== "main");
  const byWorker = grouped(loose, ({ worker = 0 }) => worker);
  return new Map([...byWorker].map(([worker, spans]) => [worker, spans.map(({ task }) => task)]));
}

// The program's own requests keep their lanes. In a program that calls no task they are all there is to see. A body that
// is read piece by piece goes on after the wait.
function hasLane(task: TaskSpan | undefined, request: RequestSpan): boolean {
  return !task || request.task === mainTask || request.body !== undefined || !isShownBy(task, request);
}

// The function of such a timer runs by itself. A timer that has just been set has no lane yet, because a task may still
// wait for it.
function isUnawaited({ isAwaited, repeats, fires, end }: TimerSpan): boolean {
  return !isAwaited && (repeats || fires.length > 0 || end !== undefined);
}

/** If the wait begins within this many milliseconds of the request, the bar of the wait also shows the request. */
const sameMoment = 250;

/** True if the task began to wait for this request alone, right after making it. */
function isShownBy({ stretches }: TaskSpan, { request, start }: RequestSpan): boolean {
  const first = firstIndex(stretches, ({ from }) => from >= start);
  for (let index = first; index < stretches.length; index += 1) {
    const stretch = stretches[index];
    if (!stretch || stretch.from > start + sameMoment) return false;
    if (stretch.wait?.kind === "request" && stretch.wait.request === request) return true;
  }
  return false;
}

/** True for a run that has ended and has no lane besides the program's and the prompt's. */
function isEmpty({ tasks, requests, outcome }: Trace, items: readonly LaneItem[]): boolean {
  const hasTimers = items.some(({ kind }) => kind === "timers");
  return tasks.length < 2 && requests.length === 0 && !hasTimers && outcome !== undefined;
}
