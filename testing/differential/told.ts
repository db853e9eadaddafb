// Runs a program with the hooks of a real run, and gives what its trace tells.

import type { RealTime } from "../../src/runtime/clock/clock.ts";
import { headlineOf } from "../../src/runtime/realm/errors.ts";
import { rehearse } from "../../src/runtime/tasks/rehearsal.ts";
import { TaskHooks } from "../../src/runtime/tasks/task-hooks.ts";
import { Tasks } from "../../src/runtime/tasks/tasks.ts";
import { Tracer } from "../../src/runtime/tasks/tracer.ts";
import type { TraceEvent } from "../../src/trace/events/events.ts";
import { foldEvents, type Trace } from "../../src/trace/trace.ts";
import { ManualClock } from "../runtime/manual-clock.ts";
import { compileFile } from "./made-up-program.ts";
import { runProgram } from "./run.ts";

export interface Told {
  /** What the program does without hooks, line by line, and what it does with them. */
  readonly plain: readonly string[];
  readonly traced: readonly string[];
  readonly events: readonly TraceEvent[];
  readonly trace: Trace;
}

/** Throws where the trace contradicts itself. */
export async function tellOf(text: string): Promise<Told> {
  const [untraced, instrumented] = await Promise.all([compileFile(text, false), compileFile(text, true)]);
  const clock = new ManualClock();
  // All is sent at the end: the queue of timers is no part of what runs amid the program.
  const real: RealTime = { ...clock.real, setTimer: () => () => undefined, soon: () => undefined };
  const batches: (readonly TraceEvent[])[] = [];
  const tracer = new Tracer(clock, real, (batch) => {
    // The program may have replaced what arrays do.
    batches[batches.length] = batch;
  });
  rehearse(clock, real, headlineOf);
  const faults: unknown[] = [];
  const tasks = new Tasks(tracer, headlineOf);
  const code = { tasks, sites: instrumented.sites, onFault: (fault: unknown) => void faults.push(fault) };
  const hooks = new TaskHooks(code, () => undefined);
  tracer.record({ kind: "run-start", entry: "main.ts" });
  const traced = await runProgram(instrumented, hooks);
  tracer.end({ kind: "finished" });
  const plain = await runProgram(untraced, hooks);
  if (faults.length > 0) throw faults[0];
  const events = batches.flat();
  return { plain, traced, events, trace: foldEvents(events) };
}
