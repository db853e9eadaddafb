// A run as the process that a profiler sees: its numbers, its threads, and up to where it is known.

import type { TaskId } from "../../trace/events/events.ts";
import type { TaskSpan } from "../../trace/fold/tasks.ts";
import type { NamedRun, Trace } from "../../trace/trace.ts";
import { taskName } from "../../trace/words/words.ts";
import type { FormatEvent } from "./trace-event-format.ts";

/** One run among those of a file. */
export interface TracedProcess extends NamedRun {
  /** Also the number of the event loop's thread: the main thread of a process has the number of the process. */
  readonly pid: number;
  /** An identifier that no other event of the file has. */
  readonly newId: () => string;
}

/** Numbers the runs. No two threads have the same number, also in different runs: Perfetto names threads by it alone. */
export function tracedProcesses(runs: readonly NamedRun[]): TracedProcess[] {
  let free = 1;
  let ids = 0;
  // Hexadecimal, as Perfetto reads the identifiers of flows.
  const newId = () => {
    ids += 1;
    return `0x${ids.toString(16)}`;
  };
  return runs.map((run) => {
    const pid = free;
    free += 1 + run.trace.tasks.length;
    return { ...run, pid, newId };
  });
}

/** The thread of a task; that of the event loop where the trace tells of no such task. */
export function threadOf({ pid, trace }: TracedProcess, task: TaskId | undefined): number {
  return task === undefined || trace.tasks[task] === undefined ? pid : pid + 1 + task;
}

/** Milliseconds up to which it is known what the tasks do. */
export function knownUntil({ duration, thinnedAt }: Trace): number {
  return thinnedAt ?? duration;
}

/** Names of the process and its threads: the event loop's comes first, then those of the tasks as they began. */
export function metadata(process: TracedProcess, index: number): FormatEvent[] {
  const { pid, label, trace } = process;
  const main = { ph: "M", pid, tid: pid } as const;
  return [
    { ...main, name: "process_name", args: { name: label === "" ? trace.entry : label } },
    { ...main, name: "process_sort_index", args: { sort_index: index } },
    ...threadMetadata(process, pid, "event loop"),
    ...trace.tasks.flatMap((span) => threadMetadata(process, threadOf(process, span.task), threadName(span))),
  ];
}

// What was entered, such as "2", would not tell as a name that it was.
function threadName(span: TaskSpan): string {
  return span.kind === "prompt" ? `prompt: ${taskName(span)}` : taskName(span);
}

function threadMetadata({ pid }: TracedProcess, tid: number, name: string): FormatEvent[] {
  return [
    { ph: "M", pid, tid, name: "thread_name", args: { name } },
    { ph: "M", pid, tid, name: "thread_sort_index", args: { sort_index: tid - pid } },
  ];
}
