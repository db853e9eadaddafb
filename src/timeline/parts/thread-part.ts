// Describes one part of the lane of a thread or a lock. Pure.

import type { Place } from "../../trace/events/events.ts";
import { holdAt } from "../../trace/fold/locks.ts";
import type { BlockSpan, Lock, OpenSpan, ThreadPiece, ThreadSpan } from "../../trace/fold/thread-spans.ts";
import { lockStateText } from "../../trace/moment/thread-moment.ts";
import { atPlace } from "../../trace/words/places.ts";
import { blockedFor, lineOf, workerText } from "../../trace/words/thread-words.ts";
import { taskName, waitText } from "../../trace/words/words.ts";
import type { KnownRun } from "../scale/known-run.ts";
import type { Part } from "./parts.ts";

/** What a thread did for a while. */
export function threadPart(thread: ThreadSpan, run: KnownRun, index: number): Part | undefined {
  const piece = thread.pieces[index];
  if (!piece) return undefined;
  const range = run.times.range(piece.from, piece.to ?? run.until);
  return { index, ...edges(piece), ...pieceText(thread, piece, range, run) };
}

/** A thread held the lock. */
export function holdPart(lock: Lock, { trace, times, until }: KnownRun, index: number): Part | undefined {
  const hold = lock.holds[index];
  if (!hold) return undefined;
  const name = workerText(hold.worker, trace);
  const range = times.range(hold.from, hold.to ?? until);
  const last = Math.max(hold.seq, (hold.endSeq ?? trace.events.length) - 1);
  return {
    index,
    ...edges(hold),
    words: `${name} held ${lock.name} ${range}`,
    more: [
      `taken${atPlace(lineOf(hold), trace)}`,
      ...(hold.to === undefined && trace.outcome ? ["never released"] : []),
      lockStateText(lock, trace, last),
    ],
    place: lineOf(hold),
  };
}

type Text = Pick<Part, "words" | "more" | "place">;

function pieceText(
  thread: ThreadSpan,
  { does, seq }: ThreadPiece,
  range: string,
  { trace, times }: KnownRun,
): Text {
  const { name } = thread;
  const nothing = { more: [], place: undefined };
  switch (does.kind) {
    case "running": {
      const task = trace.tasks[does.task];
      const isTop = !task || task.kind === "main";
      return {
        ...nothing,
        words: isTop ? `${name} ran ${range}` : `${taskName(task)} ran in ${name} ${range}`,
      };
    }
    case "handling": {
      const sent = trace.messageOf(does.message);
      const of = sent ? ` of ${workerText(sent.from, trace)}` : "";
      return { ...nothing, words: `${name} handled a message${of} ${range}`, place: sent?.place };
    }
    case "blocked":
      return { ...blockedText(does.block, seq, { trace }), words: `${name} was blocked ${range}` };
    case "waiting": {
      const { wait, place } = does.stretch;
      const what = wait ? waitText(wait, trace, times) : "something";
      return { words: `${name} waited ${range} for ${what}`, more: [], place };
    }
    default:
      return does satisfies never;
  }
}

function blockedText(block: BlockSpan, seq: number, { trace }: Pick<KnownRun, "trace">): Omit<Text, "words"> {
  const lock = trace.lockOf(block.on);
  const hold = lock && holdAt(lock, seq);
  const holder = hold ? `, which ${workerText(hold.worker, trace)} had` : "";
  const place: Place | undefined = lineOf(block);
  return {
    more: [
      `waited${atPlace(place, trace)} for ${blockedFor(block, trace)}${holder}`,
      ...endOf(block, { trace }),
    ],
    place,
  };
}

function endOf({ how, by, to }: BlockSpan, { trace }: Pick<KnownRun, "trace">): string[] {
  if (how === "timed-out") return ["until its time was over"];
  if (how !== undefined) return by === undefined ? [] : [`woken by ${workerText(by, trace)}`];
  return to === undefined && trace.outcome ? ["never woken"] : [];
}

function edges({ from, seq, to, endSeq }: OpenSpan): Pick<Part, "from" | "to"> {
  return { from: { t: from, seq }, to: { t: to ?? Number.POSITIVE_INFINITY, seq: endSeq } };
}
