// Folds the events of threads into spans: when each begins and ends, when it is blocked, and its messages.

import type { EventOf, MessageId, TraceEvent, WorkerId } from "../events/events.ts";
import type { ThreadFact } from "../events/thread-facts.ts";
import type { LockFold } from "./locks.ts";
import type { MessageSpan, OpenSpan, ThreadSpan } from "./thread-spans.ts";

/** The thread that runs the program's top level. */
export const firstThread: WorkerId = 0;

type Origin = Pick<ThreadSpan, "parent" | "place" | "seq" | "start">;

/** Every method throws a RangeError and changes nothing if the event does not fit the earlier events. */
export class ThreadFold {
  /** In the order in which they were started, the program's own first. Empty for a program without threads. */
  readonly spans: ThreadSpan[] = [];
  /** In the order in which they were sent. */
  readonly messages: MessageSpan[] = [];
  readonly #byWorker = new Map<WorkerId, ThreadSpan>();
  readonly #byMessage = new Map<MessageId, MessageSpan>();
  readonly #names = new Map<string, number>();
  #entry = "";

  begin({ entry }: EventOf<"run-start">): void {
    this.#entry = entry;
  }

  /** Returns the thread; `undefined` if the run has only one, or not this one. */
  get(worker: WorkerId | undefined): ThreadSpan | undefined {
    return this.#byWorker.get(worker ?? firstThread);
  }

  /** Returns the message with this number. */
  message(message: MessageId): MessageSpan | undefined {
    return this.#byMessage.get(message);
  }

  start({ worker, parent, name, file, place, seq, t }: EventOf<"thread-start">): void {
    if (this.#byWorker.has(worker)) throw new RangeError(`The trace starts worker ${worker} twice.`);
    this.#add(worker, name || file, file, { parent, place, seq, start: t });
  }

  /** The top level of a thread begins. */
  startTop({ worker, task, taskKind, name, place, seq, t }: EventOf<"task-start">): void {
    if (taskKind !== "main" || worker === undefined) return;
    const origin = { parent: undefined, place: undefined, seq, start: t };
    const span = this.#byWorker.get(worker) ?? this.#add(worker, name || place.file, place.file, origin);
    span.top ??= task;
  }

  end({ worker, how, by, seq, t }: EventOf<"thread-end">): void {
    const span = this.#known(worker);
    if (span.how !== undefined) throw new RangeError(`The trace ends worker ${worker} twice.`);
    Object.assign(span, { end: t, endSeq: seq, how, by });
    for (const open of [span.blocks.at(-1), span.handlings.at(-1)]) close(open, seq, t);
  }

  /** An error of a thread went uncaught. */
  fail({ worker, error, seq, t }: EventOf<"error">): void {
    const span = this.get(worker);
    if (span) span.failure ??= { headline: error.headline, seq, t };
  }

  block({ worker, task, on, limit, place, caller, seq, t }: EventOf<"block">): void {
    const { blocks } = this.#known(worker);
    if (isOpen(blocks.at(-1))) throw new RangeError(`The trace blocks worker ${worker}, which is blocked.`);
    const where = { worker, task, on, limit, place, caller };
    blocks.push({ seq, from: t, to: undefined, endSeq: undefined, ...where, how: undefined, by: undefined });
  }

  wake({ worker, how, by, seq, t }: EventOf<"wake">): void {
    const open = this.#known(worker).blocks.at(-1);
    if (!open || !isOpen(open))
      throw new RangeError(`The trace wakes worker ${worker}, which is not blocked.`);
    close(open, seq, t);
    Object.assign(open, { how, by });
  }

  send({ message, worker, to, task, place, seq, t }: EventOf<"message-sent">): void {
    const future = { taken: undefined, takenSeq: undefined };
    const span = { message, from: worker, to, task, place, seq, sent: t, ...future };
    this.messages.push(span);
    this.#byMessage.set(message, span);
  }

  /** Nothing is known of a message whose sender was terminated before it could tell. */
  take({ message, worker, seq, t }: EventOf<"message-taken">): void {
    const span = this.#byMessage.get(message);
    if (span) Object.assign(span, { taken: t, takenSeq: seq, to: worker });
    const { handlings } = this.#known(worker);
    close(handlings.at(-1), seq, t);
    handlings.push({ message, seq, from: t, to: undefined, endSeq: undefined });
  }

  handle({ worker, message, seq, t }: EventOf<"message-handled">): void {
    const last = this.#byWorker.get(worker)?.handlings.at(-1);
    if (last?.message === message) close(last, seq, t);
  }

  /** The run has ended. A thread that is blocked stays so. */
  stop(seq: number, t: number): void {
    for (const { handlings } of this.spans) close(handlings.at(-1), seq, t);
  }

  /** A thread whose start was not told is known from its first event on. */
  #known(worker: WorkerId): ThreadSpan {
    const first = { parent: undefined, place: undefined, seq: 0, start: 0 };
    return this.#byWorker.get(worker) ?? this.#add(worker, `worker ${worker + 1}`, this.#entry, first);
  }

  #add(worker: WorkerId, name: string, file: string, origin: Origin): ThreadSpan {
    if (worker !== firstThread && this.spans.length === 0) this.#known(firstThread);
    const own =
      worker === firstThread ? { name: "the program", top: 0 } : { name: this.#unique(name), top: undefined };
    const future = { end: undefined, endSeq: undefined, how: undefined, by: undefined, failure: undefined };
    const span: ThreadSpan = {
      worker,
      file,
      ...own,
      ...origin,
      ...future,
      blocks: [],
      handlings: [],
      pieces: [],
    };
    this.spans.push(span);
    this.#byWorker.set(worker, span);
    return span;
  }

  /** The second thread with the name "cow" is "cow 2". */
  #unique(name: string): string {
    const count = (this.#names.get(name) ?? 0) + 1;
    this.#names.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  }
}

/** Folds an event of threads or locks. */
export function foldThreadEvent(
  event: Extract<TraceEvent, ThreadFact>,
  threads: ThreadFold,
  locks: LockFold,
): void {
  switch (event.kind) {
    case "thread-start":
      threads.start(event);
      break;
    case "thread-end":
      threads.end(event);
      break;
    case "message-sent":
      threads.send(event);
      break;
    case "message-taken":
      threads.take(event);
      break;
    case "message-handled":
      threads.handle(event);
      break;
    case "block":
      threads.block(event);
      break;
    case "wake":
      threads.wake(event);
      break;
    case "lock-taken":
      locks.take(event);
      break;
    case "lock-released":
      locks.release(event);
      break;
    default:
      event satisfies never;
  }
}

function isOpen(span: OpenSpan | undefined): boolean {
  return span !== undefined && span.to === undefined;
}

function close(span: OpenSpan | undefined, seq: number, t: number): void {
  if (span && span.to === undefined) Object.assign(span, { to: t, endSeq: seq });
}
