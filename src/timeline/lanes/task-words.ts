// Words for what a task did, for the tooltip of its lane and for the table. Pure.

import type { TaskSpan } from "../../trace/fold/tasks.ts";
import type { Times } from "../../trace/words/times.ts";
import { stuckText, taskName, waitText } from "../../trace/words/words.ts";
import type { KnownRun } from "../scale/known-run.ts";
import type { LaneLook } from "../scale/looks.ts";

/** All waits of a task for the same thing. */
interface Waits {
  readonly text: string;
  count: number;
  /** Milliseconds. */
  sum: number;
  isOpen: boolean;
}

const mostWaits = 12;
const mostWaitsInTitle = 6;
const mostEntriesInTitle = 8;

/** Returns what a task waited for, and how long in total: "GET /animals/cow: 2.00 s", "its caller: 3 times, 40 ms". */
export function waitList(span: TaskSpan, { trace, until, times }: KnownRun, most = mostWaits): string[] {
  const all = new Map<string, Waits>();
  for (const { state, from, to, wait } of span.stretches) {
    if (state !== "suspended" || !wait) continue;
    const text = waitText(wait, trace, times);
    const waits = all.get(text) ?? { text, count: 0, sum: 0, isOpen: false };
    all.set(text, waits);
    waits.count += 1;
    waits.sum += Math.max(0, (to ?? until) - from);
    waits.isOpen ||= to === undefined;
  }
  const texts = [...all.values()].map((waits) => waitsText(waits, times));
  return texts.length <= most ? texts : [...texts.slice(0, most), `and ${texts.length - most} more`];
}

function waitsText({ text, count, sum, isOpen }: Waits, times: Times): string {
  const often = count > 1 ? `${count.toLocaleString("en")} times, ` : "";
  return `${text}: ${often}${times.text(sum)}${isOpen ? " so far" : ""}`;
}

/** Returns how a task ended and when: "returned at 2.00 s". If it has not ended, returns its present state. */
export function endText(span: TaskSpan, { stuck, times }: Pick<KnownRun, "stuck" | "times">): string {
  if (span.end !== undefined && span.how !== undefined) {
    const error = span.error === undefined ? "" : `: ${span.error}`;
    return `${span.how} at ${times.text(span.end)}${error}`;
  }
  if (stuck.has(span)) return "never";
  const last = span.stretches.at(-1);
  return last?.state === "created" ? "not begun" : (last?.state ?? "running");
}

/** Returns the tooltip of a task: name, kind and place, what it waited for, and how it ended. */
export function taskTitle(span: TaskSpan, look: LaneLook, known: KnownRun): string {
  const { kind, place, start } = span;
  const what = kind === "main" || kind === "prompt" ? "" : `: ${kind}, ${place.file}:${place.line}`;
  const waits = waitList(span, known, mostWaitsInTitle).map((text) => `waited for ${text}`);
  const end = known.stuck.has(span) ? stuckText(span, known.trace, known.times) : endText(span, known);
  return [`${look.label}${what}`, `started at ${known.times.text(start)}`, ...waits, end].join("\n");
}

/** Returns the tooltip of the prompt's lane: how many entries there are, and how the newest ended. */
export function promptTitle(known: KnownRun): string {
  const { trace } = known;
  const spans = trace.tasks.filter(({ kind }) => kind === "prompt");
  const count = spans.length === 1 ? "1 entry" : `${spans.length.toLocaleString("en")} entries`;
  const newest = spans.slice(-mostEntriesInTitle);
  return [`the prompt: ${count}`, ...newest.map((span) => `${taskName(span)}: ${endText(span, known)}`)].join(
    "\n",
  );
}
