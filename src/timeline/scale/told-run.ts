// What words tell of a run: the run as it was, up to where it is known.

import type { Times } from "../../trace/words/times.ts";
import { stuckTasks } from "../../trace/words/words.ts";
import type { ToldRun } from "./lane-frame.ts";
import { type RunAt, runReach } from "./runs.ts";

export function toldRun({ run, now }: RunAt, times: Times): ToldRun {
  const { trace } = run;
  return { trace, until: runReach(run, now), stuck: new Set(stuckTasks(trace)), times };
}
