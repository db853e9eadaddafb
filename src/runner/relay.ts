// Passes the messages of run workers on to the page in batches: the frame collects them while the page is busy.

import type { SentEvent, WorkerMessage } from "../protocol/protocol.ts";

/** A message, and the number of the worker that has sent it. */
export type Relayed = readonly [worker: number, message: WorkerMessage];

/** The messages of all workers. */
export interface Relay {
  /** Passes a message on, now or with the next batch. */
  pass(message: Relayed): void;
  /** The page has handled a batch. */
  goOn(): void;
}

/**
 * Creates a relay. It gets into the frame as text, so it must not use anything outside itself.
 *
 * One batch at a time is under way. A message between processes costs the page as much as ten events, and the page is
 * never given more at once than it handles within a frame of animation. There is one relay for all workers, because it
 * keeps their order from batch to batch: what one does never comes in an earlier batch than what it follows from.
 */
export function createRelay(send: (batch: readonly Relayed[]) => void): Relay {
  const mostEvents = 256;
  let waiting: Relayed[] = [];
  let isUnderWay = false;

  /** The number of messages in the next batch: it ends with the message that fills it. */
  function batchSize(): number {
    let events = 0;
    const last = waiting.findIndex(([, message]) => {
      events += message.kind === "events" ? message.events.length : 1;
      return events >= mostEvents;
    });
    return last < 0 ? waiting.length : last + 1;
  }

  function sendNext(): void {
    if (isUnderWay || waiting.length === 0) return;
    isUnderWay = true;
    const size = batchSize();
    const batch = waiting.slice(0, size);
    waiting = waiting.slice(size);
    send(batch);
  }

  return {
    pass(message) {
      waiting.push(message);
      sendNext();
    },
    goOn() {
      isUnderWay = false;
      sendNext();
    },
  };
}

/** Joins neighbouring messages with events into one. */
export function joinEvents(batch: readonly WorkerMessage[]): readonly WorkerMessage[] {
  const joined: WorkerMessage[] = [];
  let events: SentEvent[] = [];
  for (const [index, message] of batch.entries()) {
    if (message.kind !== "events") {
      joined.push(message);
      continue;
    }
    events.push(...message.events);
    if (!message.isLast && batch[index + 1]?.kind === "events") continue;
    joined.push({ ...message, events });
    events = [];
  }
  return joined;
}

/** Sorts a batch by workers. */
export function byWorker(batch: readonly Relayed[]): ReadonlyMap<number, readonly WorkerMessage[]> {
  const sorted = new Map<number, WorkerMessage[]>();
  for (const [worker, message] of batch) {
    const messages = sorted.get(worker) ?? [];
    messages.push(message);
    sorted.set(worker, messages);
  }
  return sorted;
}
