// Names the thread in the events that tell it, because a run with several threads has several of each kind.

import type { SentEvent } from "../../protocol/protocol.ts";
import type { WorkerId } from "../../trace/events/events.ts";
import { type List, list, push, toArray } from "../engine/kept.ts";

/** Adds the thread's number to the events that have a place for it. Others tell it by their task, or have it already. */
export function nameWorker(events: readonly SentEvent[], worker: WorkerId): readonly SentEvent[] {
  const named: List<SentEvent> = list();
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index];
    if (event) push(named, namesWorker(event) ? { ...event, worker } : event);
  }
  return toArray(named);
}

function namesWorker({ kind }: SentEvent): boolean {
  return kind === "task-start" || kind === "output" || kind === "error";
}
