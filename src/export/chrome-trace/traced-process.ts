// A run as the process that a profiler sees: its number, its threads, and how far its tasks are recorded.

import type { TaskId } from "../../trace/events/events.ts";
import type { TaskSpan } from "../../trace/fold/tasks.ts";
import type { NamedRun, Trace } from "../../trace/trace.ts";
import { threadKind } from "../../trace/words/thread-words.ts";
import { taskName } from "../../trace/words/words.ts";
import type { FormatEvent } from "./trace-event-format.ts";

/** One of the runs in a file. */
export interface TracedProcess extends NamedRun {
  /**
   * Process number. It is also the number of the event loop's thread, because the main thread of a process has the
   * number of its process.
   */
  readonly pid: number;
  /** Returns an id that no other event of the file has. */
  readonly newId: () => string;
}

/**
 * Numbers the runs. No two threads have the same number, even in different runs, because Perfetto names threads by
 * that number alone.
 */
export function tracedProcesses(runs: readonly NamedRun[]): TracedProcess[] {
  let free = 1;
  let ids = 0;
  // Hexadecimal, because Perfetto reads flow ids as hexadecimal.
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

/** Returns the thread of a task, or the event loop's thread if the trace has no such task. */
export function threadOf({ pid, trace }: TracedProcess, task: TaskId | undefined): number {
  return task === undefined || trace.tasks[task] === undefined ? pid : pid + 1 + task;
}

/** Returns how far the states of tasks are recorded, in milliseconds. */
export function knownUntil({ duration, thinnedAt }: Trace): number {
  return thinnedAt ?? duration;
}

/** Names the process and its threads, in this order: the event loop, then the tasks in order of their start. */
export function metadata(process: TracedProcess, index: number): FormatEvent[] {
  const { pid, label, trace } = process;
  const main = { ph: "M", pid, tid: pid } as const;
  return [
    { ...main, name: "process_name", args: { name: label === "" ? trace.entry : label } },
    { ...main, name: "process_sort_index", args: { sort_index: index } },
    ...kindOfThreads(process),
    ...threadMetadata(process, pid, "event loop"),
    ...trace.tasks.flatMap((span) => threadMetadata(process, threadOf(process, span.task), threadName(span))),
  ];
}

/** Viewers show labels behind the name of a process. */
function kindOfThreads({ pid, trace }: TracedProcess): FormatEvent[] {
  const kind = threadKind(trace);
  return kind ? [{ ph: "M", pid, tid: pid, name: "process_labels", args: { labels: kind.long } }] : [];
}

// The name of a prompt task is the text that was entered, for example "2". The prefix makes clear that it is a
// prompt.
function threadName(span: TaskSpan): string {
  return span.kind === "prompt" ? `prompt: ${taskName(span)}` : taskName(span);
}

function threadMetadata({ pid }: TracedProcess, tid: number, name: string): FormatEvent[] {
  return [
    { ph: "M", pid, tid, name: "thread_name", args: { name } },
    { ph: "M", pid, tid, name: "thread_sort_index", args: { sort_index: tid - pid } },
  ];
}
