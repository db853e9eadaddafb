// The real hooks of a run, with a recorder that drops all facts.

import type { Hooks } from "../../src/protocol/hooks.ts";
import type { Site } from "../../src/protocol/javascript.ts";
import { rehearse } from "../../src/runtime/tasks/rehearsal.ts";
import type { FactRecorder } from "../../src/runtime/tasks/task-facts.ts";
import { TaskHooks } from "../../src/runtime/tasks/task-hooks.ts";
import { Tasks } from "../../src/runtime/tasks/tasks.ts";
import { ManualClock } from "../runtime/manual-clock.ts";

const silent: FactRecorder = {
  record: () => undefined,
  hold: () => undefined,
  takeBack: () => true,
};

const clock = new ManualClock();
rehearse(clock, clock.real, String);

/** Traces the tasks of one program with the given sites. */
export function tracingHooks(sites: readonly Site[], complain: (text: string) => void): Hooks {
  const onFault = (error: unknown) => complain(String(error));
  return new TaskHooks({ tasks: new Tasks(silent, String), sites, onFault }, () => undefined);
}
