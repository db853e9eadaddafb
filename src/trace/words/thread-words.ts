// Words for threads: what the events of threads say.

import type { TraceEvent } from "../events/events.ts";
import type { ThreadFact } from "../events/thread-facts.ts";
import { workerText } from "./words.ts";

/** For example "worker 2 is blocked" or "worker 2 takes the lock". */
export function threadEventText(event: Extract<TraceEvent, ThreadFact>): string {
  const who = workerText(event.worker);
  switch (event.kind) {
    case "thread-start":
      return `${who} is started`;
    case "thread-end":
      return event.how === "failed" ? `${who} failed` : `${who} is ${event.how}`;
    case "message-sent":
      return `${who} sends a message`;
    case "message-taken":
      return `${who} takes a message`;
    case "message-handled":
      return `${who} has handled a message`;
    case "block":
      return `${who} is blocked`;
    case "wake":
      return `${who} goes on`;
    case "lock-taken":
      return `${who} takes the lock`;
    case "lock-released":
      return `${who} releases the lock`;
    default:
      return event satisfies never;
  }
}
