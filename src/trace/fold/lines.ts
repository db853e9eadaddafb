// The console's lines: folds what is printed into them, and tells what they were after any event.

import type { ErrorReport, OutputLevel, PromptId, ShownValue, TaskId, WorkerId } from "../events/events.ts";
import { lastBefore } from "../events/lists.ts";

/** One line of the console. */
export interface OutputLine {
  /** The task that printed its first character. */
  readonly task: TaskId;
  /** The worker that printed it; absent where the run has only one. */
  readonly worker?: WorkerId;
  readonly level: OutputLevel;
  /** When its first character was printed. */
  readonly start: number;
  /** When its last character so far was printed. */
  end: number;
  text: string;
  /** False while more text may be written to it. */
  complete: boolean;
  /** Set where the line tells of an error that nobody caught. */
  readonly error?: ErrorReport;
  /** Set where the line echoes what was entered at the prompt; `text` is all of it, even where it has several lines. */
  readonly prompt?: PromptId;
  /** Set where the line tells the value of what was entered; `text` is the value in short. */
  readonly value?: ShownValue;
}

/** A line as the trace keeps it. */
export interface TracedLine extends OutputLine {
  /** Number of the event that it began with. */
  readonly seq: number;
  /** Number of the event that printed its last character so far. */
  endSeq: number;
}

/** A line with more characters goes on in the next one: drawing a line takes time for all of it. */
export const longestLine = 100_000;

/** When something is printed, and by whom. */
interface Origin {
  readonly seq: number;
  readonly t: number;
  readonly task: TaskId;
  readonly worker?: WorkerId;
}

/** The console's lines as they grow. Only the newest one ever changes. */
export class Lines {
  readonly all: TracedLine[] = [];
  /** Those of them that tell of errors. */
  readonly failures: TracedLine[] = [];
  /** For each line that grew: after which event it had how many characters, in pairs of numbers in one list. */
  readonly #growth = new Map<TracedLine, Step[]>();
  /** For each line that was complete later than it began: since which event. */
  readonly #completions = new Map<TracedLine, number>();

  /** Prints text that may end in the middle of a line, and may have many. */
  print(origin: Origin, level: OutputLevel, text: string): void {
    const pieces = text.split("\n");
    const rest = pieces.pop() ?? "";
    for (const piece of pieces) this.#extend(origin, level, piece, true);
    if (rest !== "") this.#extend(origin, level, rest, false);
  }

  /** Adds a whole line. */
  add(origin: Origin, level: OutputLevel, text: string, more: Partial<OutputLine> = {}): void {
    this.close(origin.seq);
    this.#push(origin, level, text, true, more);
  }

  /** Nothing more is written to the newest line. */
  close(seq: number): void {
    const open = this.all.at(-1);
    if (!open || open.complete) return;
    open.complete = true;
    this.#completions.set(open, seq);
  }

  /**
   * The lines as they were after the event `seq`. Lines that have not changed since are the same objects.
   * @param timeOf gives the time of an event
   */
  at(seq: number, timeOf: (seq: number) => number): TracedLine[] {
    const count = lastBefore(this.all, (line) => line.seq > seq) + 1;
    const lines = this.all.slice(0, count);
    const last = lines.pop();
    if (last) lines.push(this.#lineAt(last, seq, timeOf));
    return lines;
  }

  #extend(origin: Origin, level: OutputLevel, text: string, complete: boolean): void {
    const open = this.all.at(-1);
    const isFull = open !== undefined && open.text.length >= longestLine;
    // Half a line of one worker is not completed by another.
    const isOther = open?.level !== level || open.worker !== origin.worker;
    if (!open || open.complete || isOther || isFull) {
      this.close(origin.seq);
      this.#push(origin, level, text, complete);
      return;
    }
    this.#grow(open, origin.seq, text);
    open.end = origin.t;
    open.endSeq = origin.seq;
    if (complete) this.close(origin.seq);
  }

  #push(
    { seq, t, task, worker }: Origin,
    level: OutputLevel,
    text: string,
    complete: boolean,
    more?: Partial<OutputLine>,
  ) {
    const rest = worker === undefined ? more : { ...more, worker };
    // Begun with its own properties: an object that begins with those of another takes ten times as long.
    const line = { task, level, start: t, end: t, text, complete, ...rest, seq, endSeq: seq };
    this.all.push(line);
    if (level === "error") this.failures.push(line);
  }

  #grow(line: TracedLine, seq: number, text: string): void {
    const steps = this.#growth.get(line) ?? [{ seq: line.seq, length: line.text.length }];
    line.text += text;
    steps.push({ seq, length: line.text.length });
    this.#growth.set(line, steps);
  }

  #lineAt(line: TracedLine, seq: number, timeOf: (seq: number) => number): TracedLine {
    const complete = line.complete && (this.#completions.get(line) ?? line.seq) <= seq;
    const steps = this.#growth.get(line) ?? [];
    const step = steps[lastBefore(steps, (step) => step.seq > seq)];
    const length = step?.length ?? line.text.length;
    if (complete === line.complete && length === line.text.length) return line;
    const { end, endSeq } = step ? { end: timeOf(step.seq), endSeq: step.seq } : line;
    return { ...line, complete, text: line.text.slice(0, length), end, endSeq };
  }
}

interface Step {
  readonly seq: number;
  readonly length: number;
}
