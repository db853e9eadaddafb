// Folds printed text into the console's lines. Also returns the lines as they were after any event.

import type { ErrorReport, OutputLevel, PromptId, ShownValue, TaskId, WorkerId } from "../events/events.ts";
import { lastBefore } from "../events/lists.ts";

/** Who printed something. */
export interface Speaker {
  readonly task: TaskId;
  /** Absent if the run has only one worker. */
  readonly worker?: WorkerId | undefined;
}

/** A piece of a line that one task printed. It ends where the next one begins. */
export interface Voice extends Speaker {
  /** Index of its first character. */
  readonly from: number;
}

/** One line of the console. */
export interface OutputLine {
  /** The task that printed its first character. */
  readonly task: TaskId;
  /** The worker that printed its first character. Absent if the run has only one worker. */
  readonly worker?: WorkerId;
  /** The tasks that printed it, if there are several: each from its first character on. Ordered by `from`. */
  voices?: Voice[];
  readonly level: OutputLevel;
  /** When its first character was printed. */
  readonly start: number;
  /** When its last character so far was printed. */
  end: number;
  text: string;
  /** False while more text may be added to the line. */
  complete: boolean;
  /** Set if the line shows an uncaught error. */
  readonly error?: ErrorReport;
  /** Set if the line echoes an entry at the prompt. `text` is then the whole entry, even if it has several lines. */
  readonly prompt?: PromptId;
  /** Set if the line shows the value of an entry. `text` is then the value in short. */
  readonly value?: ShownValue;
}

/** A line as the trace stores it. */
export interface TracedLine extends OutputLine {
  /** Number of the event with which it began. */
  readonly seq: number;
  /** Number of the event that printed its last character so far. */
  endSeq: number;
}

/** A longer line continues in a new line, because drawing takes time in proportion to a line's length. */
export const longestLine = 100_000;

/** When something is printed, and who prints it. */
interface Origin extends Speaker {
  readonly seq: number;
  readonly t: number;
}

/** The console's lines as they grow. Only the newest line ever changes. */
export class Lines {
  readonly all: TracedLine[] = [];
  /** The lines that show errors. */
  readonly failures: TracedLine[] = [];
  /** For each line that grew: its length after each event that added to it. */
  readonly #growth = new Map<TracedLine, Step[]>();
  /** For each line that was completed after it began: the event that completed it. */
  readonly #completions = new Map<TracedLine, number>();

  /** Prints text. It may contain ends of line and may end in the middle of a line. */
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

  /** Completes the newest line: nothing is added to it any more. */
  close(seq: number): void {
    const open = this.all.at(-1);
    if (!open || open.complete) return;
    open.complete = true;
    this.#completions.set(open, seq);
  }

  /**
   * Returns the lines as they were after the event `seq`. Lines that have not changed since are the same objects.
   * @param timeOf returns the time of an event
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
    if (!open || open.complete || open.level !== level || isFull) {
      this.close(origin.seq);
      this.#push(origin, level, text, complete);
      return;
    }
    addVoice(open, origin);
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
    // The literal begins with its own properties: an object that begins with a spread takes ten times as long.
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

/** Another task, or another thread, may continue a half-written line, as on any console. */
function addVoice(line: TracedLine, speaker: Speaker): void {
  const last = line.voices?.at(-1) ?? line;
  if (last.worker === speaker.worker && last.task === speaker.task) return;
  line.voices ??= [{ ...speakerOf(line), from: 0 }];
  line.voices.push({ ...speakerOf(speaker), from: line.text.length });
}

/** Returns only who printed: the argument may have more fields. */
function speakerOf({ task, worker }: Speaker): Speaker {
  return worker === undefined ? { task } : { task, worker };
}

interface Step {
  readonly seq: number;
  readonly length: number;
}
