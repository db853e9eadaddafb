// The tasks of a timeline as rows of a table. Pure.

import type { Stretch, TaskSpan } from "../../trace/fold/tasks.ts";
import type { Position } from "../../trace/moment/playhead.ts";
import { waitText } from "../../trace/words/words.ts";
import { endText, waitList } from "../lanes/task-words.ts";
import { type KnownRun, knownRun } from "../scale/known-run.ts";
import type { Looks } from "../scale/looks.ts";
import type { TimelineRun } from "../scale/runs.ts";
import type { Showing } from "../scale/showing.ts";
import { momentColumn, momentIn, mostRows } from "./table.ts";

export interface TaskTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** One row per task in the order of creation, one cell per column. */
  readonly rows: readonly (readonly string[])[];
}

const taskColumns = ["Task", "Started", "Waited for", "Ended"];

/** @param showing the playhead's position; the table then has a column for the state at that moment */
export function taskTable(
  runs: readonly TimelineRun[],
  now: number | undefined,
  looks: Looks,
  showing?: Showing,
): TaskTable {
  const race = runs.length > 1;
  const rows = runs.flatMap((run) =>
    taskRows(run, now, looks, momentIn(run, runs, showing)).map((row) => (race ? [run.label, ...row] : row)),
  );
  return {
    caption: "Coroutines",
    columns: [...(race ? ["Run"] : []), ...taskColumns, ...momentColumn(showing, looks)],
    rows,
  };
}

function taskRows(
  run: TimelineRun,
  now: number | undefined,
  looks: Looks,
  at: Position | undefined,
): string[][] {
  const { trace } = run;
  const { times } = looks;
  const known = knownRun({ run, now }, times);
  const live = new Map(at && trace.liveAt(at.seq).map(({ task, stretch }) => [task.task, stretch]));
  const cells = (span: TaskSpan) => [
    looks.task(span).label,
    times.text(span.start),
    waitList(span, known).join("; ") || "–",
    endText(span, known),
    ...(at ? [taskState(span, live.get(span.task), at, known)] : []),
  ];
  const rows = trace.tasks.slice(0, mostRows).map(cells);
  const more = trace.tasks.length - mostRows;
  return more > 0 ? [...rows, [`and ${more.toLocaleString("en")} more`, "", "", ""]] : rows;
}

/** Returns what a task does at a moment: "running", "waiting for GET /animals/cow". */
function taskState(
  { stretches }: TaskSpan,
  stretch: Stretch | undefined,
  { seq }: Position,
  { trace, times }: KnownRun,
): string {
  if (!stretch) return (stretches[0]?.seq ?? 0) > seq ? "not begun" : "over";
  if (stretch.state !== "suspended" || !stretch.wait) return stretch.state;
  return `waiting for ${waitText(stretch.wait, trace, times)}`;
}
