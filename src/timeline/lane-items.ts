// Which lanes a run has, in which order: each task, below it the requests that its own lane does not show, then the
// tasks that it called. All that was entered at the prompt shares a lane. Pure.

import { mainTask, type TaskId } from "../trace/events.ts";
import { firstIndex, grouped } from "../trace/lists.ts";
import type { TaskSpan } from "../trace/tasks.ts";
import type { RequestSpan, Trace } from "../trace/trace.ts";
import type { LaneCounts } from "./dimensions.ts";

export type TaskItem = { readonly kind: "task"; readonly depth: number; readonly span: TaskSpan };
/** What was entered at the prompt, one after the other. */
export type PromptItem = {
  readonly kind: "prompt";
  readonly depth: number;
  readonly spans: readonly TaskSpan[];
};
export type RequestItem = { readonly kind: "request"; readonly depth: number; readonly span: RequestSpan };

/** One lane to draw; `depth` is how many lanes it is under. */
export type LaneItem =
  | { readonly kind: "loop" }
  | TaskItem
  | PromptItem
  | RequestItem
  | { readonly kind: "note"; readonly text: string };

/** Lanes that are drawn for one run; a picture of more shows nothing, and costs a frame. */
const mostLanes = 200;
/** Milliseconds between a request and the wait for it within which the wait's bar can stand for the request's. */
const sameMoment = 100;

export function laneItems(trace: Trace): LaneItem[] {
  const requests = requestsWithLanes(trace);
  const shown = [...taskLanes(trace, requests)];
  const entries = prompts(trace).length;
  const known = trace.tasks.length - Math.max(0, entries - 1) + requests.length;
  const text = note(trace, known - shown.length);
  return [
    ...(trace.tasks.length > 0 ? [{ kind: "loop" } as const] : []),
    ...shown,
    ...(text === undefined ? [] : [{ kind: "note", text } as const]),
  ];
}

/** The tasks that a lane shows. */
export function tasksOf(item: LaneItem): readonly TaskSpan[] {
  if (item.kind === "prompt") return item.spans;
  return item.kind === "task" ? [item.span] : [];
}

/** Which of the heights a lane has. */
export function heightOf(item: LaneItem): keyof LaneCounts {
  if (item.kind === "loop") return "loop";
  if (item.kind === "prompt") return "main";
  return item.kind === "task" && item.span.task === mainTask ? "main" : "full";
}

/** When a lane's task or request began, in milliseconds: of the prompt's the newest; undefined for what has no beginning. */
export function beginningOf(item: LaneItem): number | undefined {
  switch (item.kind) {
    case "task":
    case "request":
      return item.span.start;
    case "prompt":
      return item.spans.at(-1)?.start;
    case "loop":
    case "note":
      return undefined;
    default:
      return item satisfies never;
  }
}

/** How many of them there are of each height. */
export function countLanes(items: readonly LaneItem[]): LaneCounts {
  const counts = { loop: 0, main: 0, full: 0 };
  for (const item of items) counts[heightOf(item)] += 1;
  return items.length === 0 ? { ...counts, full: 1 } : counts;
}

// Nested deeper than the stack is high, tasks must still be drawn: so a list of what is to come, and no recursion.
function* taskLanes(trace: Trace, requests: readonly RequestSpan[]): Generator<ParentItem | RequestItem> {
  const own = grouped(requests, ({ task }) => (trace.tasks[task] ? task : undefined));
  const coming = roots(trace).reverse();
  let room = mostLanes;
  for (const span of (own.get(undefined) ?? []).slice(0, room)) {
    yield { kind: "request", depth: 0, span };
    room -= 1;
  }
  for (let item = coming.pop(); item && room > 0; item = coming.pop()) {
    yield item;
    room -= 1;
    const below = tasksOf(item).flatMap(({ task }) => own.get(task) ?? []);
    for (const span of below.slice(0, room)) yield { kind: "request", depth: item.depth + 1, span };
    room -= below.length;
    coming.push(...calledBy(item, Math.max(0, room), trace).reverse());
  }
}

type ParentItem = TaskItem | PromptItem;

// What is entered at the prompt comes after the program.
function roots(trace: Trace): ParentItem[] {
  const first = trace.tasks.filter(({ parent, kind }) => parent === undefined && kind !== "prompt");
  const spans = prompts(trace);
  return [
    ...first.map(taskItem),
    ...(spans.length === 0 ? [] : [{ kind: "prompt", depth: 0, spans } as const]),
  ];
}

function prompts({ tasks, prompts }: Trace): readonly TaskSpan[] {
  return prompts.length === 0 ? [] : tasks.filter(({ kind }) => kind === "prompt");
}

function taskItem(span: TaskSpan): TaskItem {
  return { kind: "task", depth: span.depth, span };
}

// An entry that waits may go on after a later one: so what they call is put in order.
function calledBy(item: ParentItem, most: number, { tasks }: Trace): TaskItem[] {
  const spans = tasksOf(item);
  const children = spans.flatMap(({ children }) => children.slice(0, most));
  return (spans.length > 1 ? children.sort((one, other) => one - other) : children)
    .slice(0, most)
    .flatMap((child: TaskId) => tasks[child] ?? [])
    .filter(({ kind }) => kind !== "prompt")
    .map(taskItem);
}

// The program's requests keep their lanes: of a program that calls no task they are all there is to see.
function requestsWithLanes({ tasks, requests }: Trace): readonly RequestSpan[] {
  return requests.filter((request) => {
    const task = tasks[request.task];
    return !task || request.task === mainTask || !isShownBy(task, request);
  });
}

/** True where the task began to wait for the request, and for nothing else, as soon as it had made it. */
function isShownBy({ stretches }: TaskSpan, { request, start }: RequestSpan): boolean {
  const first = firstIndex(stretches, ({ from }) => from >= start);
  for (let index = first; index < stretches.length; index += 1) {
    const stretch = stretches[index];
    if (!stretch || stretch.from > start + sameMoment) return false;
    if (stretch.wait?.kind === "request" && stretch.wait.request === request) return true;
  }
  return false;
}

function note({ tasks, requests, outcome }: Trace, more: number): string | undefined {
  if (more > 0) return `and ${more.toLocaleString("en")} more, listed in the table`;
  return tasks.length < 2 && requests.length === 0 && outcome ? "No requests." : undefined;
}
