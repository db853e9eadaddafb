// The threads of one run: starts a worker for each `new Worker` of the program, and ends them.

import type { PageMessage, StartMessage, SubtleAnswer, WorkerMessage } from "../protocol/protocol.ts";
import { sharedMemory, type ThreadRequest } from "../protocol/threads.ts";
import type { WorkerId } from "../trace/events/events.ts";
import type { Standstill } from "./deadlock.ts";
import type { FramedWorker } from "./frame.ts";
import { keepSpares, takeWorker } from "./workers.ts";

interface Thread {
  readonly worker: FramedWorker;
  /** The thread that has started it: it ends with that thread. `undefined` for thread 0. */
  readonly parent: WorkerId | undefined;
  readonly name: string;
  isOver: boolean;
}

export interface ThreadsOptions {
  /** The script of the workers. */
  readonly code: string;
  readonly start: StartMessage;
  readonly onMessage: (message: WorkerMessage, thread: WorkerId) => void;
  /** Called with a sentence if a worker cannot be started or breaks. */
  readonly onLost: (reason: string) => void;
  /** Called before a thread other than 0 begins. */
  readonly onBegin: () => void;
  /** Called when a thread other than 0 is terminated: what it has not sent will never come. */
  readonly onEnd: () => void;
  /** Called when all threads have ended or are blocked for ever. */
  readonly onStandstill: (standstill: Standstill) => void;
}

let runs = 0;

/** The workers of one run. Thread 0 runs the program's top level. */
export class RunThreads {
  readonly #options: ThreadsOptions;
  readonly #threads = new Map<WorkerId, Thread>();
  readonly #part = runs % sharedMemory.parts;

  /** Starts thread 0. */
  constructor(options: ThreadsOptions) {
    runs += 1;
    this.#options = options;
    this.#begin(0, undefined, "").worker.port.postMessage({
      ...options.start,
      threads: { part: this.#part, thread: 0 },
    } satisfies StartMessage);
  }

  /** True if the program has started threads. */
  get areSeveral(): boolean {
    return this.#threads.size > 1;
  }

  /** A thread's name for viewers; "" for thread 0. */
  nameOf(thread: WorkerId): string {
    return this.#threads.get(thread)?.name ?? "";
  }

  tell(message: PageMessage | SubtleAnswer, thread: WorkerId = 0): void {
    this.#threads.get(thread)?.worker.port.postMessage(message);
  }

  tellAll(message: PageMessage): void {
    for (const thread of this.#threads.keys()) this.tell(message, thread);
  }

  /** Terminates all workers. */
  close(): void {
    for (const { worker } of this.#threads.values()) {
      worker.onThread = undefined;
      worker.onStandstill = undefined;
      worker.close();
    }
  }

  #begin(thread: WorkerId, parent: WorkerId | undefined, name: string): Thread {
    const worker = takeWorker(this.#options.code);
    worker.onLost = (reason) => this.#options.onLost(reason);
    worker.onThread = (request) => this.#take(request, thread);
    worker.onMessage = (message) => this.#options.onMessage(message, thread);
    const begun = { worker, parent, name, isOver: false };
    this.#threads.set(thread, begun);
    return begun;
  }

  #take(request: ThreadRequest, parent: WorkerId): void {
    if (request.kind === "end") {
      this.#end(request.thread);
      return;
    }
    const above = this.#threads.get(parent);
    if (!above || above.isOver) return;
    this.#options.onBegin();
    if (!this.areSeveral) this.#watch();
    const { thread, file, name } = request;
    const { worker } = this.#begin(thread, parent, name || file);
    keepSpares(this.#threads.size);
    worker.join(above.worker, thread);
    const threads = { part: this.#part, thread, started: { file, name, parent } };
    worker.port.postMessage({ ...this.#options.start, threads } satisfies StartMessage);
  }

  /** Has the run watched for a deadlock from its second thread on. */
  #watch(): void {
    const first = this.#threads.get(0)?.worker;
    if (!first) return;
    first.onStandstill = (standstill) => this.#options.onStandstill(standstill);
    first.watch(this.#part);
  }

  /** Terminates a thread, and those that it has started. Its port stays open: events may be on their way. */
  #end(thread: WorkerId): void {
    const ended = this.#threads.get(thread);
    if (!ended || ended.isOver) return;
    ended.isOver = true;
    ended.worker.terminate();
    for (const [child, { parent }] of this.#threads) if (parent === thread) this.#end(child);
    this.#options.onEnd();
  }
}
