// The green threads of a pane: which tasks they are, and the look of what is printed. Pure.

import type { Cast } from "../../talk/cast.ts";
import type { TaskSpan } from "../../trace/fold/tasks.ts";
import type { Speaker, Trace } from "../../trace/trace.ts";

/** Tells the green threads of a pane's runs from its other tasks. */
export type IsGreenThread = (task: TaskSpan) => boolean;

/** @param functions the names of functions. Each call of one of them is a green thread. */
export function greenThreads(functions: readonly string[]): IsGreenThread {
  const names = new Set(functions);
  return ({ name }) => names.has(name);
}

/** Returns the class of what was printed by a thread, or for a green thread; `undefined` for all other text. */
export function voiceClass(
  { task, worker }: Speaker,
  trace: Trace,
  cast: Pick<Cast, "task" | "thread">,
  isGreen: IsGreenThread,
): string | undefined {
  const thread = worker ? trace.threadOf(worker) : undefined;
  if (thread) return classOf(cast.thread(thread).className);
  const green = callerOf(trace.tasks[task], trace, isGreen);
  return green && classOf(cast.task(green).className);
}

function classOf(look: string): string {
  return `console-voice ${look}`;
}

/** Returns the green thread that a task is, or was called by. */
function callerOf(
  task: TaskSpan | undefined,
  { tasks }: Trace,
  isGreen: IsGreenThread,
): TaskSpan | undefined {
  for (let at = task; at; at = at.parent === undefined ? undefined : tasks[at.parent]) {
    if (isGreen(at)) return at;
  }
  return undefined;
}
