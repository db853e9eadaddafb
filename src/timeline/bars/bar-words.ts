// The words inside the bars of tasks, threads and locks, if there is room: what is waited for, and "ready". Pure; slide units.

import type { Wait } from "../../trace/events/events.ts";
import { waitText } from "../../trace/words/words.ts";
import type { Extent } from "../scale/extents.ts";
import type { LaneFrame, TaskSurroundings } from "../scale/lane-frame.ts";
import { labelText, shortened, type TextSpot, textWidth } from "../scale/lane-label.ts";
import { type EndMark, markLeft } from "./end-mark.ts";
import type { TaskParts, WaitExtent } from "./task-parts.ts";

const lowestBarWithWords = 15;
/** Bars of lanes that are at least 24 units high. Lower ones have no room for descenders of that size. */
const lowestBarWithLabelText = 17;
const margin = 8;
/** Average width of a character in the words for waits, as a share of the text size. */
const character = 0.52;
const shortestWord = 3;
/** A text that is cut must keep at least this many characters. */
const fewestCharacters = 6;
const readyWidth = 64;

/** What a lane says inside its bars. */
export interface LaneWords {
  readonly words: readonly TextSpot[];
  /** 0 if the bars are too low for words. */
  readonly wordSize: number;
  /** Set if something in the lane never ends. */
  readonly never: TextSpot | undefined;
}

/** Returns the text size of words inside a bar of this height; `undefined` if the bar is too low for words. */
export function wordSizeIn(bar: number): number | undefined {
  if (bar < lowestBarWithWords) return undefined;
  return bar >= lowestBarWithLabelText ? labelText : 18;
}

/** Returns the word "never" for what never ends: a wait for ever, or a lock that is never released. */
export function neverSpot({ untilX }: LaneFrame): TextSpot {
  return { x: untilX - margin, text: "never", anchor: "end" };
}

/** Returns words of the given text size that stay clear of the marks and of `never`. */
export function barWords(
  { waits, ready }: Pick<TaskParts, "waits" | "ready">,
  never: TextSpot | undefined,
  marks: readonly EndMark[],
  size: number,
  around: TaskSurroundings,
): TextSpot[] {
  const taken = takenBy(never, marks, size);
  const texts = waits.map((part) => ({ ...part, texts: waitTexts(part, around) }));
  const wide = ready
    .map((part) => visible(part, around.frame))
    .filter(({ x, width }) => roomAt(x, width, taken) > readyWidth - 2 * margin);
  return [
    ...wordsIn(texts, taken, size, around.frame),
    ...wide.map(({ x }) => ({ x: x + margin, text: "ready", anchor: "start" }) as const),
  ];
}

/** Returns the left ends of what is drawn over the bar's words. */
export function takenBy(never: TextSpot | undefined, marks: readonly EndMark[], size: number): number[] {
  const lefts = marks.map(markLeft);
  return never ? [...lefts, never.x - textWidth(never.text, size)] : lefts;
}

/** A part of a bar, and what may be written in it: the longest text first. */
export interface WordedExtent extends Extent {
  readonly texts: readonly string[];
}

/** Writes into each part the longest text that fits, or a text that is cut; nothing if too little of it would be left. */
export function wordsIn(
  parts: readonly WordedExtent[],
  taken: readonly number[],
  size: number,
  frame: LaneFrame,
): TextSpot[] {
  return parts
    .map((part) => visible(part, frame))
    .flatMap(({ x, width, texts }) => {
      const text = fitting(texts, Math.floor(roomAt(x, width, taken) / (size * character)));
      return text === undefined ? [] : [{ x: x + margin, text, anchor: "start" } as const];
    });
}

function roomAt(x: number, width: number, taken: readonly number[]): number {
  const next = taken.filter((left) => left > x);
  return Math.min(x + width, ...next) - x - 2 * margin;
}

/** Returns the visible part of an extent. */
function visible<Part extends Extent>(part: Part, { plotLeft, plotRight }: LaneFrame): Part {
  const left = Math.max(part.x, plotLeft);
  const right = Math.min(part.x + part.width, Math.max(plotRight, part.x));
  return { ...part, x: left, width: Math.max(0, right - left) };
}

/** @param most the number of characters that there is room for */
function fitting(texts: readonly string[], most: number): string | undefined {
  const last = texts.at(-1);
  if (last === undefined || most < shortestWord) return undefined;
  const whole = texts.find(({ length }) => length <= most);
  if (whole !== undefined) return whole;
  return most < fewestCharacters ? undefined : shortened(last, most);
}

function waitTexts({ wait }: WaitExtent, around: TaskSurroundings): string[] {
  if (!wait) return [];
  const short = shortText(wait, around);
  const full = waitText(wait, around.trace, around.looks.times);
  return short === undefined ? [full] : [full, short];
}

function shortText(wait: Wait, { trace, looks }: TaskSurroundings): string | undefined {
  if (wait.kind === "caller" || wait.kind === "promise") return wait.kind;
  if (wait.kind === "timer") {
    const timer = trace.timers[wait.timer];
    return timer && looks.times.delay(timer.delay);
  }
  if (wait.kind === "body") return "body";
  const request = wait.kind === "request" ? trace.requests[wait.request] : undefined;
  return request && looks.request(request).label;
}
