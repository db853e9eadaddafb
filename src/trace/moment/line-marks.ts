// Which lines of the program its live tasks stand at, and in what state: what the editor marks at a moment.

import type { Place } from "../events/events.ts";
import { grouped, lastBefore } from "../events/lists.ts";
import type { LiveTask, Stretch, TaskSpan } from "../fold/tasks.ts";
import type { Trace } from "../trace.ts";
import { plainTimes, type Times } from "../words/times.ts";
import { taskName, waitText, wakerText } from "../words/words.ts";
import type { Moment } from "./moment.ts";

/** "resumed": running, and that for a short time since somebody gave it control back. */
export type LineState = "running" | "resumed" | "suspended";

/** A task that stands at a line. */
export interface MarkedTask {
  readonly task: TaskSpan;
  /** Such as `speak("cow")`. */
  readonly label: string;
  /** What it does there: "waiting for GET /animals/cow", "resumed by GET /animals/cow", "running". */
  readonly words: string;
}

/** The tasks that stand at one line in one state. */
export interface LineMark {
  readonly file: string;
  readonly line: number;
  readonly state: LineState;
  /** How many there are: 1 or more. */
  readonly count: number;
  /** The first of them, in the order in which they were created. */
  readonly tasks: readonly MarkedTask[];
  /** How many marks of the file were left out, told by the last of those that were not; else 0. */
  readonly left: number;
}

/** So many milliseconds of trace time a task counts as just resumed. */
export const freshFor = 300;
/** The active tasks come first where there are more marks than that. */
export const mostMarksPerFile = 50;
export const mostTasksPerMark = 8;

const states: readonly LineState[] = ["running", "resumed", "suspended"];

/** What words are made from. */
interface Around {
  readonly trace: Trace;
  readonly moment: Moment;
  readonly times: Times;
}

interface Standing extends LiveTask {
  readonly place: Place;
  readonly state: LineState;
}

/**
 * The marks at a moment, one for each line and state, file by file, active ones first. Generators that have not begun have
 * none. A running task stands where it was suspended last, or else at its function: that it has left this line is not told.
 * The program's top level has no mark before it was suspended for the first time.
 * None once the run was thinned, stopped or ended by a limit: what the tasks do then is not known, or nothing.
 * @param now milliseconds, where the clock has gone on since the moment's newest event
 */
export function lineMarks(
  trace: Trace,
  moment: Moment,
  now: number = moment.t,
  times: Times = plainTimes,
): LineMark[] {
  if (!isTold(trace, moment)) return [];
  const standing = moment.live.flatMap((live) => standingOf(live, now));
  const files = [...grouped(standing, ({ place }) => place.file).values()];
  return files.flatMap((tasks) => marksOfFile({ trace, moment, times }, tasks));
}

function isTold({ thinnedAt, endSeq, outcome }: Trace, { seq, t }: Moment): boolean {
  const isKilled = outcome?.kind === "stopped" || outcome?.kind === "limit";
  return (thinnedAt ?? Infinity) > t && !(isKilled && seq >= (endSeq ?? Infinity));
}

function standingOf(live: LiveTask, now: number): Standing[] {
  const { task, stretch } = live;
  switch (stretch.state) {
    case "created":
      return [];
    case "suspended":
      return [{ ...live, place: stretch.place ?? task.place, state: "suspended" }];
    case "running": {
      const place = lastSuspension(task, stretch)?.place ?? functionOf(task);
      const isFresh = stretch.by !== undefined && now - stretch.from <= freshFor;
      return place ? [{ ...live, place, state: isFresh ? "resumed" : "running" }] : [];
    }
    default:
      return stretch.state satisfies never;
  }
}

/** A generator that was begun has a stretch before, too, but it was not suspended in it. */
function lastSuspension({ stretches }: TaskSpan, { seq }: Stretch): Stretch | undefined {
  const before = stretches[lastBefore(stretches, (stretch) => stretch.seq >= seq)];
  return before?.state === "suspended" ? before : undefined;
}

/** The top level has no function: to mark its first line, while it may be anywhere, would be wrong. */
function functionOf({ kind, place }: TaskSpan): Place | undefined {
  return kind === "main" || kind === "prompt" ? undefined : place;
}

function marksOfFile(around: Around, standing: readonly Standing[]): LineMark[] {
  const groups = grouped(standing, ({ place, state }) => `${state} ${place.line}`);
  const sorted = [...groups.values()].sort(byStateAndLine);
  const left = Math.max(0, sorted.length - mostMarksPerFile);
  return sorted
    .slice(0, mostMarksPerFile)
    .flatMap((group, index) => mark(around, group, index === mostMarksPerFile - 1 ? left : 0));
}

function byStateAndLine([one]: readonly Standing[], [other]: readonly Standing[]): number {
  if (!one || !other) return 0;
  return states.indexOf(one.state) - states.indexOf(other.state) || one.place.line - other.place.line;
}

function mark(around: Around, group: readonly Standing[], left: number): LineMark[] {
  const [first] = group;
  if (!first) return [];
  const { place, state } = first;
  const tasks = group.slice(0, mostTasksPerMark).map((each) => markedTask(around, each));
  return [{ file: place.file, line: place.line, state, count: group.length, tasks, left }];
}

function markedTask(around: Around, standing: Standing): MarkedTask {
  const { task } = standing;
  return { task, label: taskName(task), words: wordsFor(standing, around) };
}

function wordsFor({ task, stretch, state }: Standing, { trace, moment: { holder }, times }: Around): string {
  switch (state) {
    case "suspended":
      return stretch.wait ? `waiting for ${waitText(stretch.wait, trace, times)}` : "suspended";
    case "resumed": {
      const by = stretch.by ? ` by ${wakerText(stretch.by, trace, times)}` : "";
      return stretch.thrown ? `resumed with an error${by}` : `resumed${by}`;
    }
    case "running":
      return holder === undefined || holder === task.task ? "running" : "running: what it called has control";
    default:
      return state satisfies never;
  }
}
