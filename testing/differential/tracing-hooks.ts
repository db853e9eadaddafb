// The hooks of a real run, whose facts reach nobody.

import type { Hooks } from "../../src/protocol/hooks.ts";
import type { Site } from "../../src/protocol/javascript.ts";
import type { FactRecorder } from "../../src/runtime/tasks/task-facts.ts";
import { TaskHooks } from "../../src/runtime/tasks/task-hooks.ts";
import { Tasks } from "../../src/runtime/tasks/tasks.ts";

const silent: FactRecorder = {
  record: () => undefined,
  hold: () => undefined,
  takeBack: () => true,
};

/** Follows the tasks of one program with the given sites. */
export function tracingHooks(sites: readonly Site[]): Hooks {
  return new TaskHooks(new Tasks(silent, String), sites, () => undefined);
}
