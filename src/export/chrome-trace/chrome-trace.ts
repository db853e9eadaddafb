// Writes runs in the Trace Event Format, which Perfetto and the performance panel of DevTools open.

import type { NamedRun } from "../../trace/trace.ts";
import { handOverEvents } from "./hand-over-events.ts";
import { abortEvents, outputEvents, runEvents } from "./moment-events.ts";
import { requestCounter, requestEvents, timerEvents } from "./request-events.ts";
import { controlEvents, taskEvents } from "./task-events.ts";
import { blockEvents, lockEvents } from "./thread-events.ts";
import type { FormatEvent } from "./trace-event-format.ts";
import { metadata, type TracedProcess, tracedProcesses } from "./traced-process.ts";

/**
 * Writes the runs as text in the Trace Event Format, in its form as one JSON object. Each run is a process; its event
 * loop and each of its tasks are threads. All runs begin at time 0. The same runs give the same text.
 */
export function chromeTrace(runs: readonly NamedRun[]): string {
  const lines = tracedProcesses(runs)
    .flatMap(processEvents)
    .map((event) => JSON.stringify(event));
  const about = { source: "Interleave", clock: "the run's own, from its beginning" };
  const head = `"displayTimeUnit":"ms","otherData":${JSON.stringify(about)}`;
  return `{${head},"traceEvents":[\n${lines.join(",\n")}\n]}\n`;
}

// Arrows come after the slices that they connect, because Perfetto looks for those among earlier events.
function processEvents(process: TracedProcess, index: number): FormatEvent[] {
  return [
    ...metadata(process, index),
    ...controlEvents(process),
    ...taskEvents(process),
    ...blockEvents(process),
    ...lockEvents(process),
    ...requestEvents(process),
    ...timerEvents(process),
    ...requestCounter(process),
    ...outputEvents(process),
    ...abortEvents(process),
    ...runEvents(process),
    ...handOverEvents(process),
  ];
}
