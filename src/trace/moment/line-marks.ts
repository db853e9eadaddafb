// Calculates the marks that the editor draws at a moment: the program's lines where live tasks are, and the state of
// each task.

import type { Place } from "../events/events.ts";
import { grouped, lastBefore } from "../events/lists.ts";
import { holdAt } from "../fold/locks.ts";
import type { LiveTask, Stretch, TaskSpan } from "../fold/tasks.ts";
import type { HoldSpan } from "../fold/thread-spans.ts";
import type { Trace } from "../trace.ts";
import { stuckThreads } from "../words/deadlock.ts";
import { blockedFor, lineOf } from "../words/thread-words.ts";
import { plainTimes, type Times } from "../words/times.ts";
import { taskName, waitText, wakerText } from "../words/words.ts";
import type { Moment } from "./moment.ts";

/**
 * "resumed": running, and resumed only a short time ago. "blocked": its thread is blocked in Atomics.wait. "held": a
 * deadlock goes back to a lock that was taken here.
 */
export type LineState = "running" | "resumed" | "held" | "blocked" | "suspended";

/** A task that is at a marked line. */
export interface MarkedTask {
  readonly task: TaskSpan;
  /** For example `speak("cow")`. */
  readonly label: string;
  /** What it does there: "waiting for GET /animals/cow", "resumed by GET /animals/cow", "running". */
  readonly words: string;
}

/** The tasks that are at one line in one state. */
export interface LineMark {
  readonly file: string;
  readonly line: number;
  readonly state: LineState;
  /** How many tasks there are: 1 or more. */
  readonly count: number;
  /** The first of these tasks, in the order of creation. */
  readonly tasks: readonly MarkedTask[];
  /** In the file's last mark: how many more marks were left out. 0 in every other mark. */
  readonly left: number;
}

/** A task counts as just resumed for this many milliseconds of trace time. */
const freshFor = 300;
/** If there are more marks than this, active tasks come first. */
export const mostMarksPerFile = 50;
export const mostTasksPerMark = 8;

const states: readonly LineState[] = ["running", "resumed", "held", "blocked", "suspended"];

/** What the words for a mark are made from. */
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
 * Returns the marks at a moment: one for each line and state, grouped by file, active ones first. A running task is
 * marked where it took a lock that it holds, or where it was last suspended, or else at its function, because the trace
 * does not say when it leaves that line. Generators that have not begun have no mark. The top level has none before it is first suspended. There are
 * no marks once the run was thinned, stopped or ended by a limit: what the tasks do then is not known, or they do
 * nothing.
 * @param now milliseconds; later than `moment.t` if the clock went on after the moment's newest event
 */
export function lineMarks(
  trace: Trace,
  moment: Moment,
  now: number = moment.t,
  times: Times = plainTimes,
): LineMark[] {
  if (!isTold(trace, moment)) return [];
  const standing = [
    ...moment.live.flatMap((live) => standingOf(live, trace, moment, now)),
    ...blockedTasks(trace, moment),
    ...heldForEver(trace, moment),
  ];
  const files = [...grouped(standing, ({ place }) => place.file).values()];
  return files.flatMap((tasks) => marksOfFile({ trace, moment, times }, tasks));
}

function isTold({ thinnedAt, endSeq, outcome }: Trace, { seq, t }: Moment): boolean {
  const isKilled = outcome?.kind === "stopped" || outcome?.kind === "limit";
  return (thinnedAt ?? Infinity) > t && !(isKilled && seq >= (endSeq ?? Infinity));
}

/** Where the locks of a deadlock were taken, at its end. A thread that is blocked itself has its mark already. */
function heldForEver(trace: Trace, { seq, blocked }: Moment): Standing[] {
  if (seq < (trace.endSeq ?? Number.POSITIVE_INFINITY)) return [];
  const holds = new Set(stuckThreads(trace).map(({ hold }) => hold));
  return [...holds].flatMap((hold) => {
    const task = hold && trace.tasks[hold.task];
    const [place, stretch] = [hold && lineOf(hold), task?.stretches.at(-1)];
    const isBlocked = blocked.some(({ worker }) => worker === hold?.worker);
    return task && place && stretch && !isBlocked ? [{ task, stretch, place, state: "held" as const }] : [];
  });
}

/** A handler of messages may be blocked although its thread's top level, which counts as its task, has ended. */
function blockedTasks({ tasks }: Trace, { blocked }: Moment): Standing[] {
  return blocked.flatMap((block) => {
    const [task, place] = [tasks[block.task], lineOf(block)];
    const stretch = task?.stretches.at(-1);
    return task && place && stretch ? [{ task, stretch, place, state: "blocked" as const }] : [];
  });
}

function standingOf(live: LiveTask, trace: Trace, { blocked, seq }: Moment, now: number): Standing[] {
  const { task, stretch } = live;
  if (blocked.some((block) => block.task === task.task && lineOf(block))) return [];
  switch (stretch.state) {
    case "created":
      return [];
    case "suspended":
      return [{ ...live, place: stretch.place ?? task.place, state: "suspended" }];
    case "running": {
      const place = lockTakenAt(live, trace, seq) ?? lastSuspension(task, stretch)?.place ?? functionOf(task);
      const isFresh = stretch.by !== undefined && now - stretch.from <= freshFor;
      return place ? [{ ...live, place, state: isFresh ? "resumed" : "running" }] : [];
    }
    default:
      return stretch.state satisfies never;
  }
}

/** Where the task took a lock that it still holds, since it has been running. */
function lockTakenAt({ task, stretch }: LiveTask, trace: Trace, seq: number): Place | undefined {
  const hold = holdsOf(task, trace, seq).findLast((hold) => hold.seq > stretch.seq);
  return hold && lineOf(hold);
}

function holdsOf({ task }: TaskSpan, { locks }: Trace, seq: number): HoldSpan[] {
  return locks.flatMap((lock) => holdAt(lock, seq) ?? []).filter((hold) => hold.task === task);
}

/** A generator that has begun also has an earlier stretch, but it was "created" then, not suspended. */
function lastSuspension({ stretches }: TaskSpan, { seq }: Stretch): Stretch | undefined {
  const before = stretches[lastBefore(stretches, (stretch) => stretch.seq >= seq)];
  return before?.state === "suspended" ? before : undefined;
}

/** The top level has no function. A mark on its first line would be wrong, because it may be anywhere. */
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

function wordsFor({ task, stretch, state }: Standing, { trace, moment, times }: Around): string {
  const { holder, holders, blocked } = moment;
  switch (state) {
    case "held":
      return "took the lock and never released it";
    case "blocked": {
      const block = blocked.find((each) => each.task === task.task);
      return block ? `blocked: waits for ${blockedFor(block, trace)}` : state;
    }
    case "suspended":
      return stretch.wait ? `waiting for ${waitText(stretch.wait, trace, times)}` : "suspended";
    case "resumed": {
      const by = stretch.by ? ` by ${wakerText(stretch.by, trace, times)}` : "";
      return stretch.thrown ? `resumed with an error${by}` : `resumed${by}`;
    }
    case "running":
      if (holdsOf(task, trace, moment.seq).length > 0) return "running: has the lock";
      return holder === undefined || holders.has(task.task)
        ? "running"
        : "running: what it called has control";
    default:
      return state satisfies never;
  }
}
