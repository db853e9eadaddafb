// How lanes look: those of requests, of tasks, and of the prompt. Pure.

import type { TaskSpan } from "../../trace/fold/tasks.ts";
import type { RequestSpan } from "../../trace/trace.ts";
import type { Times } from "../../trace/words/times.ts";
import { taskName } from "../../trace/words/words.ts";

/** How a lane looks: its word, the class that sets `--look`, and its drawing ("#animal-cow"). */
export interface LaneLook {
  readonly label: string;
  readonly className: string;
  readonly symbol: string | undefined;
}

/** How things look, and how times are written. */
export interface Looks {
  readonly times: Times;
  readonly request: (request: RequestSpan) => LaneLook;
  readonly task: (task: TaskSpan) => LaneLook;
}

/** The look of a task that has none of its own: its name. */
export function plainTaskLook(span: TaskSpan): LaneLook {
  return { label: taskName(span), className: "", symbol: undefined };
}

/** What is entered at the prompt has one lane: it looks like none of the calls that are entered. */
export const promptLook: LaneLook = { label: "prompt", className: "timeline-main", symbol: undefined };

/** The lanes of the program and of the prompt are quiet, so that those of the tasks that they call stand out. */
export function laneClass(look: LaneLook, { kind }: TaskSpan): string {
  if (kind === "prompt") return promptLook.className;
  return `${look.className} ${kind === "main" ? "timeline-main" : ""}`.trim();
}
