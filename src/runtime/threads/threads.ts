// A worker as one of the threads of its run: starts others, knows its parent, and tells whether any has something to do.

import type { Program, ThreadProgram } from "../../protocol/javascript.ts";
import type { SentEvent, StartMessage } from "../../protocol/protocol.ts";
import { findFile } from "../../protocol/specifiers.ts";
import type { ThreadPlace, ThreadRequest } from "../../protocol/threads.ts";
import type { ErrorReport, WorkerId } from "../../trace/events/events.ts";
import type { ClockStore } from "../clock/clock-store.ts";
import type { Tracer } from "../tasks/tracer.ts";
import { createWorkerClass } from "./pane-worker.ts";
import { SharedRun } from "./shared-run.ts";
import { openThreadScope } from "./thread-scope.ts";
import { sendWire } from "./wire.ts";

/** What the frame gives a worker. */
export interface ThreadLink {
  /** The memory of all workers; `undefined` if the page is not cross-origin isolated. */
  readonly memory: SharedArrayBuffer | undefined;
  readonly ask: (request: ThreadRequest, port?: MessagePort) => void;
}

export interface ThreadsOptions {
  /** Called before the program gets a message. */
  readonly onTake: () => void;
  /** Called when the program has taken a message. */
  readonly onTaken: () => void;
  /** Sends the events so far. */
  readonly flush: () => void;
  /** Calls back in a turn of its own. */
  readonly afterTurn: (callback: () => void) => void;
  /** Calls back soon, in real time. */
  readonly later: (callback: () => void) => void;
}

const home = "pane:/";

/** The threads of one run, seen from one of them. */
export class Threads {
  /** What the threads share; `undefined` if the program has only one. */
  shared: SharedRun | undefined;
  readonly #options: ThreadsOptions;
  #link: ThreadLink | undefined;
  #parent: { readonly port: MessagePort; readonly thread: WorkerId } | undefined;
  #place: ThreadPlace = { part: 0, thread: 0 };
  #program: Program | undefined;
  /** Why no thread can be started; "" if threads can be started. */
  #refusal = "";
  /** True while this thread counts as having something to do. */
  #isBusy = true;
  #looksAgain = false;

  constructor(options: ThreadsOptions) {
    this.#options = options;
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
    if (!this.shared || this.shared.isCalm) return true;
    if (!this.#looksAgain)
      this.#options.later(() => {
        this.#looksAgain = false;
        again();
      });
    this.#looksAgain = true;
    return false;
  }

  /** What the clock of this thread goes by; `undefined` for one of its own. */
  get clockStore(): ClockStore | undefined {
    const { shared, thread } = this;
    return (
      shared && {
        get: () => shared.get(),
        set: (state) => shared.set(state),
        onDue: (due) => shared.setDue(thread, due),
      }
    );
  }

  /** True if this thread has to take the viewer's step. */
  takesStep(count: number): boolean {
    return this.shared?.takesStep(this.thread, count) ?? true;
  }

  /** Adds this thread's number to what names its worker, if the run may have several. */
  named(events: readonly SentEvent[]): readonly SentEvent[] {
    if (!this.shared) return events;
    return events.map((event) => (namesWorker(event) ? { ...event, worker: this.thread } : event));
  }

  /** Lets the end of the run be found by the events of all threads. */
  countedWith(tracer: Tracer): Pick<Tracer, "recorded" | "flush" | "end"> {
    const events = () => this.shared?.events;
    const hasFailed = () => this.shared?.hasFailed;
    return {
      get recorded() {
        return events() ?? tracer.recorded;
      },
      flush: () => tracer.flush(),
      end: (outcome, at) =>
        tracer.end(outcome.kind === "finished" && hasFailed() ? { kind: "failed" } : outcome, at),
    };
  }

  connect(link: ThreadLink): void {
    this.#link = link;
  }

  /** Takes the place of this worker in the run, and gives the program what its scope has for threads. */
  begin({ program, clock, threads }: StartMessage<Program>, parent: MessagePort | undefined): void {
    this.#program = program;
    if (threads) this.#place = threads;
    this.#refusal = this.#whyNot(clock.kind === "deterministic");
    const memory = this.#link?.memory;
    if (memory && this.#refusal === "" && Object.keys(program.threads).length > 0)
      this.shared = new SharedRun(memory, this.#place.part);
    if (!this.isStarted) this.shared?.clear();
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

  /** Nothing of this thread is pending: it does nothing until a message comes. */
  calmDown(): void {
    if (!this.isStarted || !this.#isBusy) return;
    this.#isBusy = false;
    this.shared?.calmer(this.thread);
  }

  /** An error of this thread went uncaught. */
  fail({ headline, frames: [frame] }: ErrorReport): void {
    this.shared?.fail();
    if (!this.#parent) return;
    const place = { filename: frame?.file ?? "", lineno: frame?.line ?? 0, colno: frame?.column ?? 0 };
    this.#sending(this.#parent.thread, true);
    sendWire(this.#parent.port, { kind: "error", message: `Uncaught ${headline}`, ...place });
  }

  /** Returns the class `Worker` for the program. */
  createWorkerClass(): typeof Worker {
    return createWorkerClass({
      start: (url, options, port) => this.#start(url, options, port),
      sending: (thread, isSent) => this.#sending(thread, isSent),
      taking: () => this.#taking(),
      taken: () => this.#taken(),
      terminate: (thread) => this.#end(thread),
    });
  }

  #start(url: string, { type, name = "" }: WorkerOptions, port: MessagePort): WorkerId {
    const { shared } = this;
    const file = this.#fileOf(url);
    if (!shared || this.#refusal !== "") throw new Error(this.#refusal);
    if (type !== "module") throw new TypeError(notModule);
    const thread = shared.newThread(this.thread);
    // The program may be blocked from now on, and must not be told to have done nothing.
    this.#options.flush();
    this.#link?.ask({ kind: "start", thread, file, name: `${name}` }, port);
    return thread;
  }

  /** The file of the pane that a URL names. @throws an Error with a sentence */
  #fileOf(url: string): string {
    const threads = this.#program?.threads ?? {};
    const specifier = url.startsWith(home) ? `./${url.slice(home.length)}` : url;
    const file = findFile(specifier, (name) => Object.hasOwn(threads, name));
    if (file === undefined) throw new Error(noFile(url));
    return file;
  }

  #openScope(port: MessagePort | undefined): void {
    const { started } = this.#place;
    if (!port || !started) return;
    const { parent, name } = started;
    this.#parent = { port, thread: parent };
    openThreadScope({
      name,
      port,
      sending: (isSent) => this.#sending(parent, isSent),
      taking: () => this.#taking(),
      taken: () => this.#taken(),
      close: () => this.#options.afterTurn(() => this.#close(port)),
    });
  }

  #close(port: MessagePort): void {
    port.close();
    this.#options.flush();
    this.#end(this.thread);
  }

  #sending(thread: WorkerId, isSent: boolean): void {
    if (isSent) this.shared?.busier(thread);
    else this.shared?.calmer(thread);
  }

  /** A message is a reason to do something until it is taken. It may end the rest of a thread. */
  #taking(): void {
    this.#options.onTake();
    if (this.isStarted && !this.#isBusy) this.#isBusy = true;
    else if (this.isStarted) this.shared?.calmer(this.thread);
  }

  #taken(): void {
    if (!this.isStarted) this.shared?.calmer(this.thread);
    this.#options.onTaken();
  }

  #end(thread: WorkerId): void {
    this.shared?.end(thread);
    this.#link?.ask({ kind: "end", thread });
  }

  #whyNot(isDeterministic: boolean): string {
    if (isDeterministic) return notRepeatable;
    return this.#link?.memory ? "" : notIsolated;
  }
}

function namesWorker({ kind }: SentEvent): boolean {
  return kind === "task-start" || kind === "output" || kind === "error";
}

const example = 'new Worker(new URL("./speak.ts", import.meta.url), { type: "module" })';
const notModule = `Files of a pane are modules: write ${example}.`;
const notIsolated =
  "This page cannot start a Worker: browsers let threads share memory only in a page that is cross-origin isolated. Reloading the deck from its site isolates it.";
const notRepeatable =
  "A Worker runs in real time, so it cannot be started in a run whose times are repeated: switch that off.";

function noFile(url: string): string {
  return `"${url}" is no file that the program starts as a Worker: write its name as in ${example}.`;
}
