// The looks of lanes: of requests, of tasks, and of the prompt. Pure.

import type { TaskSpan } from "../../trace/fold/tasks.ts";
import type { ThreadSpan } from "../../trace/fold/thread-spans.ts";
import { firstThread } from "../../trace/fold/threads.ts";
import type { RequestSpan } from "../../trace/trace.ts";
import type { Times } from "../../trace/words/times.ts";
import { taskName } from "../../trace/words/words.ts";

/** The look of a lane: its label, the class that sets `--look`, and its icon (for example "#animal-cow"). */
export interface LaneLook {
  readonly label: string;
  readonly className: string;
  readonly symbol: string | undefined;
}

/** The looks of requests and tasks, and the format of times. */
export interface Looks {
  readonly times: Times;
  readonly request: (request: RequestSpan) => LaneLook;
  readonly task: (task: TaskSpan) => LaneLook;
  readonly thread: (thread: ThreadSpan) => LaneLook;
}

/** The default look of a task: its name. */
export function plainTaskLook(span: TaskSpan): LaneLook {
  return { label: taskName(span), className: "", symbol: undefined };
}

/** The default look of a thread: its name. */
export function plainThreadLook({ name }: ThreadSpan): LaneLook {
  return { label: name, className: "", symbol: undefined };
}

/** Returns the look of a thread's lane. The program's own is as quiet as its task would be. */
export function threadLook(thread: ThreadSpan, looks: Looks): LaneLook {
  const look = looks.thread(thread);
  return thread.worker === firstThread
    ? { ...look, className: `${look.className} timeline-main`.trim() }
    : look;
}

/** Returns the look of a task that a thread runs: its own, or else in the thread's colour. */
export function lookInThread(span: TaskSpan, thread: ThreadSpan | undefined, looks: Looks): LaneLook {
  const look = looks.task(span);
  return look.className === "" && thread ? { ...look, className: looks.thread(thread).className } : look;
}

/** All entries at the prompt share one lane, which looks like none of the calls that are entered. */
export const promptLook: LaneLook = { label: "prompt", className: "timeline-main", symbol: undefined };

/** The lanes of the program and the prompt are quiet, so that the lanes of the tasks they call stand out. */
export function laneClass(look: LaneLook, { kind }: TaskSpan): string {
  if (kind === "prompt") return promptLook.className;
  return `${look.className} ${kind === "main" ? "timeline-main" : ""}`.trim();
}
