// Calculates what the editor shows at each line where live tasks are. Pure; returns plain data that can be compared.

import type { TaskSpan } from "../../trace/fold/tasks.ts";
import type { LineMark, LineState } from "../../trace/moment/line-marks.ts";

/** Marks of live tasks, and what is needed to show them. */
export interface ShownLineMarks {
  readonly marks: readonly LineMark[];
  /** The files whose text is the one that ran. In other files the lines would be wrong, so they show no marks. */
  readonly files: ReadonlySet<string>;
  /** Returns the class that sets `--look` to the task's colour, or "". */
  readonly lookOf: (task: TaskSpan) => { readonly className: string };
}

/** A piece of the label after a line. */
export interface MarkText {
  readonly text: string;
  /** The class that sets the colour of the task's look, or "". */
  readonly className: string;
}

/** The label for the tasks in one state, in several lengths, the longest first. */
export interface MarkGroup {
  readonly state: LineState;
  readonly forms: readonly (readonly MarkText[])[];
}

/** Everything that is shown at one line. */
export interface MarkedLine {
  readonly line: number;
  /** In the order of the marks: the most active state first. */
  readonly groups: readonly MarkGroup[];
  /** The full content as plain text, one task per line. */
  readonly tooltip: string;
}

type LookOf = ShownLineMarks["lookOf"];

/** A label names at most this many tasks and counts the others. */
const mostLabels = 3;

/** Returns the marked lines of a file, from the first to the last. Empty if the file's text is not the one that ran. */
export function markedLines(shown: ShownLineMarks, file: string): MarkedLine[] {
  if (!shown.files.has(file)) return [];
  const own = shown.marks.filter((mark) => mark.file === file);
  const lines = [...new Set(own.map(({ line }) => line))].sort((one, other) => one - other);
  return lines.map((line) => {
    const marks = own.filter((mark) => mark.line === line);
    return markedLine(line, marks, shown.lookOf);
  });
}

function markedLine(line: number, marks: readonly LineMark[], lookOf: LookOf): MarkedLine {
  return {
    line,
    groups: marks.map((mark) => ({ state: mark.state, forms: forms(mark, lookOf) })),
    tooltip: marks.flatMap(sentences).join("\n"),
  };
}

function forms(mark: LineMark, lookOf: LookOf): MarkText[][] {
  const { left } = mark;
  const [longest = [], ...shorter] = mark.count === 1 ? formsOfOne(mark, lookOf) : formsOfMany(mark, lookOf);
  return [left > 0 ? [...longest, plain(` · ${leftOut(left)}`)] : longest, ...shorter];
}

/** A single task says what it does if there is room. */
function formsOfOne({ tasks }: LineMark, lookOf: LookOf): MarkText[][] {
  return tasks.flatMap(({ label, words, task }) => {
    const { className } = lookOf(task);
    return [[{ text: `${label} · ${words}`, className }], [{ text: label, className }]];
  });
}

function formsOfMany(mark: LineMark, lookOf: LookOf): MarkText[][] {
  const most = Math.min(mostLabels, mark.tasks.length);
  const named = Array.from({ length: most }, (_, index) => [...names(mark, most - index, lookOf)]);
  return [...named, [plain(`×${mark.count}`)]];
}

function* names(mark: LineMark, most: number, lookOf: LookOf): Generator<MarkText> {
  for (const [index, { label, task }] of mark.tasks.slice(0, most).entries()) {
    if (index > 0) yield plain(", ");
    yield { text: label, className: lookOf(task).className };
  }
  if (mark.count > most) yield plain(` +${mark.count - most}`);
}

function sentences(mark: LineMark): string[] {
  const rest = mark.count - mark.tasks.length;
  return [
    ...mark.tasks.map(({ label, words }) => `${label}: ${words}`),
    ...(rest > 0 ? [`and ${rest} more here, ${mark.state}`] : []),
    ...(mark.left > 0 ? [leftOut(mark.left)] : []),
  ];
}

function leftOut(count: number): string {
  return count === 1 ? "1 further mark is not shown" : `${count} further marks are not shown`;
}

function plain(text: string): MarkText {
  return { text, className: "" };
}
