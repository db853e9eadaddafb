// A worker as one of the threads of its run: takes its place there, knows its parent, and starts and ends other threads.

import type { Program, ThreadProgram } from "../../protocol/javascript.ts";
import type { StartMessage } from "../../protocol/protocol.ts";
import type { ThreadPlace, ThreadRequest } from "../../protocol/threads.ts";
import type { ErrorReport, TraceFact, WorkerId } from "../../trace/events/events.ts";
import type { ClockStore } from "../clock/clock-store.ts";
import { type List, list, push, text, toArray } from "../engine/kept.ts";
import type { SharedRun } from "../shared-memory/shared-run.ts";
import type { Calmness, Work } from "./calmness.ts";
import { joinRun, type Membership } from "./membership.ts";
import { createWorkerClass } from "./pane-worker.ts";
import { refusals, threadFile } from "./thread-files.ts";
import { openThreadScope } from "./thread-scope.ts";
import { causeOf, type ThreadRecorder } from "./thread-self.ts";
import type { ThreadTurns } from "./thread-turns.ts";
import type { ThreadWaits } from "./thread-waits.ts";
import { sendWire, type Transfer, type Wire } from "./wire.ts";

/** What the frame gives a worker. */
export interface ThreadLink {
  /** The memory of all workers; `undefined` if the page is not cross-origin isolated. */
  readonly memory: SharedArrayBuffer | undefined;
  readonly ask: (request: ThreadRequest, port?: MessagePort) => void;
}

export interface ThreadsOptions extends ThreadRecorder, Work {
  /** Called before the program gets a message. */
  readonly onTake: () => void;
  /** Called when the program has taken a message. */
  readonly onTaken: () => void;
  /** Calls back in a turn of its own. */
  readonly afterTurn: (callback: () => void) => void;
}

/** How often a thread looks whether the next step is its own. */
const mostLooks = 50;

/** The threads of one run, seen from one of them. */
export class Threads {
  readonly #options: ThreadsOptions;
  #membership: Membership | undefined;
  #link: ThreadLink | undefined;
  #parent: { readonly port: MessagePort; readonly thread: WorkerId } | undefined;
  #place: ThreadPlace = { part: 0, thread: 0 };
  #program: Program | undefined;
  /** Why no thread can be started; "" if threads can be started. */
  #refusal = "";

  constructor(options: ThreadsOptions) {
    this.#options = options;
  }

  /** What the threads share; `undefined` if the program has only one. */
  get shared(): SharedRun | undefined {
    return this.#membership?.shared;
  }

  /** This thread's waits in shared memory; `undefined` if the program has only one thread. */
  get waits(): ThreadWaits | undefined {
    return this.#membership?.waits;
  }

  /** This thread's turns in a run with a seed. */
  get turns(): ThreadTurns | undefined {
    return this.#membership?.turns;
  }

  /** True for a thread that another one has started. */
  get isStarted(): boolean {
    return this.#place.started !== undefined;
  }

  get thread(): WorkerId {
    return this.#place.thread;
  }

  /**
   * True if nothing is to be expected of any other thread, nor of messages.
   * @param again called a little later if it is false
   */
  areCalm(again: () => void): boolean {
    return this.calmness?.isCommon(again) ?? true;
  }

  /** Whether this thread has something to do; `undefined` if the program has only one thread. */
  get calmness(): Calmness | undefined {
    return this.#membership?.calmness;
  }

  /** What the clock of this thread goes by; `undefined` for one of its own. */
  get clockStore(): ClockStore | undefined {
    const { shared, thread } = this;
    return (
      shared && {
        get: () => shared.clock.get(),
        set: (state) => shared.clock.set(state),
        onDue: (due) => shared.clock.setDue(thread, due),
      }
    );
  }

  /** Calls `step` if this thread has to take the viewer's step: its timer is the first one, or becomes the first one soon. */
  takeStep(count: number, step: () => void, looks = mostLooks): void {
    const taker = this.shared?.takeStep(this.thread, count) ?? "this";
    if (taker === "this") step();
    if (taker === "another" && looks > 1) this.#options.later(() => this.takeStep(count, step, looks - 1));
  }

  /** The ends of the threads that have nothing left to do when the run ends. */
  lastEnds(): readonly TraceFact[] {
    const ends: List<TraceFact> = list();
    const { shared } = this;
    for (let worker = 1; shared && worker <= shared.threads; worker += 1)
      if (shared.tellsEnd(worker))
        push(ends, { kind: "thread-end", worker, how: shared.isBroken(worker) ? "failed" : "ended" });
    return toArray(ends);
  }

  connect(link: ThreadLink): void {
    this.#link = link;
  }

  /** Takes the place of this worker in the run, and gives the program what its scope has for threads. */
  begin({ program, clock, threads }: StartMessage<Program>, parent: MessagePort | undefined): void {
    this.#program = program;
    if (threads) this.#place = threads;
    const memory = this.#link?.memory;
    this.#refusal = memory ? "" : refusals.notIsolated;
    if (memory && Object.keys(program.threads).length > 0)
      this.#membership = joinRun({
        ...this.#options,
        memory,
        place: this.#place,
        clock,
      });
    this.#openScope(parent);
  }

  /** The program of this thread. */
  programOf(program: Program): ThreadProgram {
    const { started } = this.#place;
    return (started && program.threads[started.file]) || program;
  }

  /** Lets messages of the parent in. */
  listen(): void {
    this.#parent?.port.start();
  }

  /** An error of this thread went uncaught. */
  fail({ headline, frames: [frame] }: ErrorReport): void {
    this.shared?.fail();
    if (!this.#parent) return;
    const place = { filename: frame?.file ?? "", lineno: frame?.line ?? 0, colno: frame?.column ?? 0 };
    this.#membership?.messages.count(this.#parent.thread, 1);
    sendWire(this.#parent.port, { kind: "error", message: `Uncaught ${headline}`, ...place });
  }

  /** The top level of this thread has thrown. */
  breakDown(): void {
    this.shared?.breakDown(this.thread);
  }

  /** The frame asks whether this thread gets to its messages. */
  answer(question: number): void {
    this.shared?.answer(this.thread, question);
  }

  /** Returns the class `Worker` for the program. */
  createWorkerClass(): typeof Worker {
    return createWorkerClass({
      start: (url, options, port) => this.#start(url, options, port),
      ...this.#exchange,
      terminate: (thread) => this.#end(thread, "terminated"),
    });
  }

  /** The exchange of messages with any other thread. Only a run with several has such messages. */
  readonly #exchange = {
    send: (thread: WorkerId, data: unknown, transfer: Transfer): Wire =>
      this.#membership?.messages.wrap(thread, data, this.#membership.ports.going(transfer)) ?? {
        kind: "message",
        data,
        message: undefined,
        memories: undefined,
      },
    sent: (thread: WorkerId, wire: Wire | undefined, called: object): void => {
      if (wire) this.#membership?.ports.gone(wire);
      this.#membership?.messages.sent(thread, wire, called);
    },
    deliver: (thread: WorkerId, mail: () => void): void => {
      if (this.turns) this.turns.deliver(thread, mail);
      else mail();
    },
    taking: (thread: WorkerId, wire: Wire | undefined, ports: readonly MessagePort[]): void => {
      this.#options.onTake();
      this.#membership?.messages.take(thread, wire);
      if (wire) this.#membership?.ports.come(wire, ports);
    },
    taken: (wire: Wire | undefined): void => {
      this.#membership?.messages.handled(wire);
      this.#options.onTaken();
    },
  };

  #start(url: string, { type, name: given = "" }: WorkerOptions, port: MessagePort): WorkerId {
    const { shared } = this;
    const file = threadFile(url, this.#program);
    if (!shared || this.#refusal !== "") throw new Error(this.#refusal);
    if (type !== "module") throw new TypeError(refusals.notModule);
    const name = text(given);
    const worker = shared.newThread(this.thread);
    const { record, flush, reserve } = this.#options;
    reserve();
    this.#link?.ask({ kind: "start", thread: worker, file, name }, port);
    if (this.turns) shared.turns.add(worker);
    record({ kind: "thread-start", worker, parent: this.thread, name, file, ...causeOf(this.#options) });
    // The program may be blocked from now on, and must not be told to have done nothing.
    flush();
    return worker;
  }

  #openScope(port: MessagePort | undefined): void {
    const { started } = this.#place;
    if (!port || !started) return;
    const { parent, name } = started;
    const { send, sent, deliver, taking, taken } = this.#exchange;
    this.#parent = { port, thread: parent };
    openThreadScope({
      name,
      port,
      send: (data, transfer) => send(parent, data, transfer),
      sent: (wire, called) => sent(parent, wire, called),
      deliver: (mail) => deliver(parent, mail),
      taking: (wire, ports) => taking(parent, wire, ports),
      taken,
      close: () => this.#options.afterTurn(() => this.#end(this.thread, "closed")),
    });
  }

  /** Ends a thread, and those that it has started. */
  #end(thread: WorkerId, how: "closed" | "terminated"): void {
    const { record, flush } = this.#options;
    const ended = this.shared?.end(thread, how) ?? [];
    for (let index = 0; index < ended.length; index += 1) {
      const worker = ended[index];
      if (worker === undefined || !this.shared?.tellsEnd(worker)) continue;
      if (worker === this.thread) record({ kind: "thread-end", worker, how });
      else record({ kind: "thread-end", worker, how: "terminated", by: this.thread });
    }
    flush();
    // Once it is asked for, the worker may be gone.
    if (thread === this.thread) this.turns?.leave();
    this.#link?.ask({ kind: "end", thread });
  }
}
