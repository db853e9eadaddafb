// What a task did, in words: for the tooltip of its lane and for the table. Pure.

import type { TaskSpan } from "../trace/tasks.ts";
import type { Trace } from "../trace/trace.ts";
import { stuckText, taskName, waitText } from "../trace/words.ts";
import type { ToldRun } from "./lane-frame.ts";
import type { LaneLook } from "./looks.ts";
import { timeText } from "./scale.ts";

/** All waits of a task for the same thing. */
interface Waits {
  readonly text: string;
  times: number;
  /** Milliseconds. */
  sum: number;
  isOpen: boolean;
}

const mostWaits = 12;
const mostWaitsInTitle = 6;
const mostEntriesInTitle = 8;

/**
 * What a task waited for and how long in all: "GET /animals/cow: 2.00 s", "its caller: 3 times, 40 ms".
 * @param until up to where the run is known, in milliseconds
 */
export function waitList(span: TaskSpan, trace: Trace, until: number, most = mostWaits): string[] {
  const all = new Map<string, Waits>();
  for (const { state, from, to, wait } of span.stretches) {
    if (state !== "suspended" || !wait) continue;
    const text = waitText(wait, trace);
    const waits = all.get(text) ?? { text, times: 0, sum: 0, isOpen: false };
    all.set(text, waits);
    waits.times += 1;
    waits.sum += Math.max(0, (to ?? until) - from);
    waits.isOpen ||= to === undefined;
  }
  const texts = [...all.values()].map(waitsText);
  return texts.length <= most ? texts : [...texts.slice(0, most), `and ${texts.length - most} more`];
}

function waitsText({ text, times, sum, isOpen }: Waits): string {
  const often = times > 1 ? `${times.toLocaleString("en")} times, ` : "";
  return `${text}: ${often}${timeText(sum)}${isOpen ? " so far" : ""}`;
}

/** How a task ended, and when: "returned at 2.00 s"; what is so where it has not. */
export function endText(span: TaskSpan, stuck: ReadonlySet<TaskSpan>): string {
  if (span.end !== undefined && span.how !== undefined) {
    const error = span.error === undefined ? "" : `: ${span.error}`;
    return `${span.how} at ${timeText(span.end)}${error}`;
  }
  if (stuck.has(span)) return "never";
  const last = span.stretches.at(-1);
  return last?.state === "created" ? "not begun" : (last?.state ?? "running");
}

/** The tooltip: name, kind and place, what it waited for, and how it ended. */
export function taskTitle(span: TaskSpan, look: LaneLook, { trace, until, stuck }: ToldRun): string {
  const { kind, place, start } = span;
  const what = kind === "main" || kind === "prompt" ? "" : `: ${kind}, ${place.file}:${place.line}`;
  const waits = waitList(span, trace, until, mostWaitsInTitle).map((text) => `waited for ${text}`);
  const end = stuck.has(span) ? stuckText(span, trace) : endText(span, stuck);
  return [`${look.label}${what}`, `started at ${timeText(start)}`, ...waits, end].join("\n");
}

/** The tooltip of what was entered at the prompt: how many entries, and how the newest ended. */
export function promptTitle({ trace, stuck }: ToldRun): string {
  const spans = trace.tasks.filter(({ kind }) => kind === "prompt");
  const count = spans.length === 1 ? "1 entry" : `${spans.length.toLocaleString("en")} entries`;
  const newest = spans.slice(-mostEntriesInTitle);
  return [`the prompt: ${count}`, ...newest.map((span) => `${taskName(span)}: ${endText(span, stuck)}`)].join(
    "\n",
  );
}
