// The threads and locks of a timeline as rows of tables. Pure.

import { grouped } from "../../trace/events/lists.ts";
import type { Lock, ThreadSpan } from "../../trace/fold/thread-spans.ts";
import { lockStateText, threadStateText } from "../../trace/moment/thread-moment.ts";
import { listed } from "../../trace/words/places.ts";
import { blockedFor, threadEnd, workerText } from "../../trace/words/thread-words.ts";
import { often, sumOf } from "../lanes/thread-titles.ts";
import { type KnownRun, knownRun } from "../scale/known-run.ts";
import type { Looks } from "../scale/looks.ts";
import type { TimelineRun } from "../scale/runs.ts";
import type { Showing } from "../scale/showing.ts";
import { momentColumn, momentIn, mostRows } from "./table.ts";
import type { TaskTable } from "./task-table.ts";

type Row = (run: KnownRun, seq: number | undefined) => string[][];

/** One row per thread, in the order of their starts. */
export function threadTable(
  runs: readonly TimelineRun[],
  now: number | undefined,
  looks: Looks,
  showing?: Showing,
): TaskTable {
  const columns = ["Thread", "File", "Started", "Ran", "Blocked", "Ended"];
  return table("Threads", columns, { runs, now, looks, showing }, (run, seq) =>
    run.trace.threads
      .slice(0, mostRows)
      .map((thread) => [
        ...threadCells(thread, run),
        ...(seq === undefined ? [] : [threadStateText(thread, run.trace, seq)]),
      ]),
  );
}

/** One row per lock, in the order in which they were first taken. */
export function lockTable(
  runs: readonly TimelineRun[],
  now: number | undefined,
  looks: Looks,
  showing?: Showing,
): TaskTable {
  return table("Locks", ["Lock", "Taken", "Held by"], { runs, now, looks, showing }, (run, seq) =>
    run.trace.locks
      .slice(0, mostRows)
      .map((lock) => [
        ...lockCells(lock, run),
        ...(seq === undefined ? [] : [lockStateText(lock, run.trace, seq)]),
      ]),
  );
}

interface Shown {
  readonly runs: readonly TimelineRun[];
  readonly now: number | undefined;
  readonly looks: Looks;
  readonly showing: Showing | undefined;
}

function table(
  caption: string,
  columns: readonly string[],
  { runs, now, looks, showing }: Shown,
  rowsOf: Row,
): TaskTable {
  const race = runs.length > 1;
  const rows = runs.flatMap((run) => {
    const at = momentIn(run, runs, showing);
    const rows = rowsOf(knownRun({ run, now }, looks.times), at?.seq);
    return rows.map((row) => (race ? [run.label, ...row] : row));
  });
  return { caption, columns: [...(race ? ["Run"] : []), ...columns, ...momentColumn(showing, looks)], rows };
}

function threadCells(thread: ThreadSpan, run: KnownRun): string[] {
  const { name, file, parent, start, pieces, blocks, end, failure } = thread;
  const { trace, times } = run;
  const ran = pieces.filter(({ does }) => does.kind === "running" || does.kind === "handling");
  const by = parent === undefined ? "" : ` by ${workerText(parent, trace)}`;
  const ended = `${threadEnd(thread, trace)}${end === undefined ? "" : ` at ${times.text(end)}`}`;
  return [
    name,
    file,
    times.text(start) + by,
    times.text(sumOf(ran, run)),
    blockedText(blocks, run),
    failure ? `${failure.headline} at ${times.text(failure.t)}; ${ended}` : ended,
  ];
}

/** "for the lock: 3 times, 0.40 s". */
function blockedText(blocks: ThreadSpan["blocks"], run: KnownRun): string {
  if (blocks.length === 0) return "–";
  const whats = [...new Set(blocks.map((block) => blockedFor(block, run.trace)))];
  return `for ${listed(whats)}: ${often(blocks, run)}`;
}

function lockCells({ name, holds }: Lock, run: KnownRun): string[] {
  const byHolder = grouped(holds, ({ worker }) => workerText(worker, run.trace));
  const holders = [...byHolder].map(([holder, own]) => `${holder}: ${often(own, run)}`);
  return [name, often(holds, run), holders.join("; ")];
}
