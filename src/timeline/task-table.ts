// The tasks of a timeline as rows of a table. Pure.

import type { TaskSpan } from "../trace/tasks.ts";
import { stuckTasks } from "../trace/words.ts";
import type { Looks } from "./looks.ts";
import { runReach, type TimelineRun } from "./runs.ts";
import { timeText } from "./scale.ts";
import { endText, waitList } from "./task-words.ts";

export interface TaskTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** One row per task, in the order of their creation, a cell per column. */
  readonly rows: readonly (readonly string[])[];
}

const taskColumns = ["Task", "Started", "Waited for", "Ended"];
/** More rows nobody reads, and they cost time to draw. */
const mostRows = 1000;

export function taskTable(runs: readonly TimelineRun[], now: number | undefined, looks: Looks): TaskTable {
  const race = runs.length > 1;
  const rows = runs.flatMap((run) =>
    taskRows(run, now, looks).map((row) => (race ? [run.label, ...row] : row)),
  );
  return { caption: "Coroutines", columns: [...(race ? ["Run"] : []), ...taskColumns], rows };
}

function taskRows(run: TimelineRun, now: number | undefined, looks: Looks): string[][] {
  const { trace } = run;
  const until = runReach(run, now);
  const stuck = new Set(stuckTasks(trace));
  const cells = (span: TaskSpan) => [
    looks.task(span).label,
    timeText(span.start),
    waitList(span, trace, until).join("; ") || "–",
    endText(span, stuck),
  ];
  const rows = trace.tasks.slice(0, mostRows).map(cells);
  const more = trace.tasks.length - mostRows;
  return more > 0 ? [...rows, [`and ${more.toLocaleString("en")} more`, "", "", ""]] : rows;
}
