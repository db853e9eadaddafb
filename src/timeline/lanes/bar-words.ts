// The words inside a task's bar: what the task waits for, if there is room, and "ready". Pure; slide units.

import type { Wait } from "../../trace/events/events.ts";
import { waitText } from "../../trace/words/words.ts";
import type { Extent } from "../scale/extents.ts";
import type { LaneFrame, TaskSurroundings } from "../scale/lane-frame.ts";
import { shortened, type TextSpot, textWidth } from "../scale/lane-label.ts";
import { type EndMark, markLeft } from "./end-mark.ts";
import type { TaskParts, WaitExtent } from "./task-parts.ts";

const lowestBarWithWords = 15;
const margin = 8;
/** Average width of a character in the words for waits, as a share of the text size. */
const character = 0.52;
const shortestWord = 3;
/** A text that is cut must keep at least this many characters. */
const fewestCharacters = 6;
const readyWidth = 64;

/** Returns the text size of words inside a bar of this height; `undefined` if the bar is too low for words. */
export function wordSizeIn(bar: number): number | undefined {
  if (bar < lowestBarWithWords) return undefined;
  return bar >= 20 ? 18 : 16;
}

/** Returns the word "never" for a task that is stuck for ever. */
export function neverSpot({ untilX }: LaneFrame): TextSpot {
  return { x: untilX - margin, text: "never", anchor: "end" };
}

/** Returns words of the given text size that stay clear of the marks and of `never`. */
export function barWords(
  { waits, ready }: TaskParts,
  never: TextSpot | undefined,
  marks: readonly EndMark[],
  size: number,
  around: TaskSurroundings,
): TextSpot[] {
  const taken = marks.map(markLeft);
  if (never) taken.push(never.x - textWidth(never.text, size));
  const roomAt = (x: number, width: number) => {
    const next = taken.filter((left) => left > x);
    return Math.min(x + width, ...next) - x - 2 * margin;
  };
  const words = waits
    .map((part) => visible(part, around.frame))
    .flatMap((part) => {
      const text = fitting(part, roomAt(part.x, part.width), size, around);
      return text === undefined ? [] : [{ x: part.x + margin, text, anchor: "start" } as const];
    });
  const wide = ready
    .map((part) => visible(part, around.frame))
    .filter(({ x, width }) => roomAt(x, width) > readyWidth - 2 * margin);
  return [...words, ...wide.map(({ x }) => ({ x: x + margin, text: "ready", anchor: "start" }) as const)];
}

/** Returns the visible part of an extent. */
function visible<Part extends Extent>(part: Part, { plotLeft, plotRight }: LaneFrame): Part {
  const left = Math.max(part.x, plotLeft);
  const right = Math.min(part.x + part.width, Math.max(plotRight, part.x));
  return { ...part, x: left, width: Math.max(0, right - left) };
}

function fitting(
  { wait }: WaitExtent,
  room: number,
  size: number,
  around: TaskSurroundings,
): string | undefined {
  const most = Math.floor(room / (size * character));
  if (!wait || most < shortestWord) return undefined;
  const full = waitText(wait, around.trace, around.looks.times);
  if (full.length <= most) return full;
  const short = shortText(wait, around);
  if (short !== undefined && short.length <= most) return short;
  return most < fewestCharacters ? undefined : shortened(short ?? full, most);
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
