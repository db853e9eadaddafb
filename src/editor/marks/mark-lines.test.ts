// Tests of the marks at a line.

import { expect, test } from "vitest";
import type { TaskSpan } from "../../trace/fold/tasks.ts";
import type { LineMark, MarkedTask } from "../../trace/moment/line-marks.ts";
import { type MarkedLine, type MarkText, markedLines } from "./mark-lines.ts";

function task(animal: string, words: string): MarkedTask {
  const label = `speak("${animal}")`;
  const span: TaskSpan = {
    task: 1,
    parent: 0,
    kind: "coroutine",
    name: "speak",
    label,
    place: { file: "animals.ts", line: 6, column: 1 },
    worker: undefined,
    depth: 1,
    children: [],
    seq: 0,
    start: 0,
    end: undefined,
    endSeq: undefined,
    how: undefined,
    error: undefined,
    stretches: [],
  };
  return { task: span, label, words };
}

function mark(tasks: readonly MarkedTask[], rest: Partial<LineMark> = {}): LineMark {
  return { file: "animals.ts", line: 7, state: "suspended", count: tasks.length, tasks, left: 0, ...rest };
}

function lookOf({ label }: TaskSpan): { className: string } {
  return { className: label.includes("cow") ? "animal-cow" : "" };
}

function shown(marks: readonly LineMark[], files = ["animals.ts"]): MarkedLine[] {
  return markedLines({ marks, files: new Set(files), lookOf }, "animals.ts");
}

/** The labels after a line, one for each state, each in its longest form. */
function texts(line: MarkedLine | undefined): string[] {
  return (line?.groups ?? []).map(({ state, forms }) => `${state}: ${forms.map(text).join(" | ")}`);
}

function text(pieces: readonly MarkText[]): string {
  return pieces.map((piece) => piece.text).join("");
}

const waiting = ["cow", "pig", "dog", "cat", "frog"].map((animal) => task(animal, `waiting for ${animal}`));

test("a single task says what it does, in its colour", () => {
  const [line] = shown([mark(waiting.slice(0, 1))]);
  expect(line?.groups[0]?.forms).toEqual([
    [{ text: 'speak("cow") · waiting for cow', className: "animal-cow" }],
    [{ text: 'speak("cow")', className: "animal-cow" }],
  ]);
  expect(line?.tooltip).toBe('speak("cow"): waiting for cow');
});

test("of several tasks the first three are named and the others counted", () => {
  const [line] = shown([mark(waiting, { count: 12 })]);
  expect(texts(line)).toEqual([
    'suspended: speak("cow"), speak("pig"), speak("dog") +9 | speak("cow"), speak("pig") +10 | speak("cow") +11 | ×12',
  ]);
  expect(line?.tooltip.split("\n").slice(4)).toEqual([
    'speak("frog"): waiting for frog',
    "and 7 more here, suspended",
  ]);
});

test("states that share a line are shown together, in the order of their marks", () => {
  const [line, ...others] = shown([
    mark([task("cow", "running")], { state: "running" }),
    mark(waiting.slice(0, 1), { line: 9 }),
    mark(waiting.slice(1, 3)),
  ]);
  expect(texts(line)).toEqual([
    'running: speak("cow") · running | speak("cow")',
    'suspended: speak("pig"), speak("dog") | speak("pig") +1 | ×2',
  ]);
  expect(others.map(({ line }) => line)).toEqual([9]);
});

test("lines come in order, whatever their states", () => {
  const marks = [9, 3, 5].map((line) => mark(waiting.slice(0, 1), { line }));
  expect(shown(marks).map(({ line }) => line)).toEqual([3, 5, 9]);
});

test("a file shows only its own marks, and none if its text is not the one that ran", () => {
  expect(shown([mark(waiting, { file: "radprint.ts" })])).toEqual([]);
  expect(shown([mark(waiting)], ["radprint.ts"])).toEqual([]);
});

test("the number of marks that were left out is given", () => {
  const [line] = shown([mark(waiting.slice(0, 1), { left: 11 })]);
  expect(texts(line)[0]).toContain("waiting for cow · 11 further marks are not shown |");
  expect(line?.tooltip).toMatch(/\n11 further marks are not shown$/);
});
