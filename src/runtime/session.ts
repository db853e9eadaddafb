// Runs one JavaScript program in its worker: composes clock, network, tasks, console and prompt, and answers the page's messages.

import type { HttpHandler } from "msw";
import {
  type Code,
  type EnterProgram,
  type Program,
  type PromptProgram,
  programUrl,
  type StartProgram,
  type UnfinishedName,
} from "../protocol/javascript.ts";
import type { ClockMode, Crew, PageMessage, SubtleAnswer, WorkerMessage } from "../protocol/protocol.ts";
import { mainTask } from "../trace/events/events.ts";
import { Background } from "./background/background.ts";
import { createRealTime } from "./clock/real-time.ts";
import { RunClock } from "./clock/run-clock.ts";
import { EndOfRun } from "./end-of-run.ts";
import { asBefore } from "./engine/as-before.ts";
import { Failures } from "./failures.ts";
import { countedWith, joinThreads, named, useSharedNumbers } from "./joined-threads.ts";
import { hasArrived } from "./network/bodies.ts";
import { Pending } from "./pending.ts";
import { createWarmUp, prepareRealm } from "./prepare-realm.ts";
import { createPrint, type Print } from "./printing.ts";
import { offer, runProgram } from "./program.ts";
import { complete } from "./prompt/completion.ts";
import type { Prompt } from "./prompt/prompt.ts";
import { AuthorText } from "./realm/author-text.ts";
import { CallPlaces } from "./realm/call-places.ts";
import { headlineOf } from "./realm/errors.ts";
import { StackMapper } from "./realm/stack.ts";
import { RunSubtle } from "./realm/subtle.ts";
import { createPrompt } from "./session-prompt.ts";
import { startTime } from "./start-time.ts";
import { TaskHooks } from "./tasks/task-hooks.ts";
import { Tasks } from "./tasks/tasks.ts";
import { Tracer } from "./tasks/tracer.ts";
import type { ThreadLink, Threads } from "./threads/threads.ts";

/** Runs one program and the entries of its prompt. */
export class Session {
  readonly #post: (message: WorkerMessage) => void;
  readonly #stack = new StackMapper();
  readonly #authors = new AuthorText();
  readonly #background: Background;
  readonly #clock: RunClock;
  readonly #tracer: Tracer;
  readonly #tasks: Tasks;
  readonly #print: Print;
  readonly #pending: Pending;
  readonly #end: EndOfRun;
  readonly #prompt: Prompt;
  readonly #threads: Threads;
  readonly #failures: Failures;
  readonly #warmUp: () => void;
  readonly #subtle = new RunSubtle({
    post: (message) => this.#post(message),
    follow: (promise) => this.#background.follow(promise),
  });
  #names: Readonly<Record<string, string>> = {};
  /** The last speed other than 0 that the page asked for. A pause (speed 0) ends with the program. */
  #speed = 1;
  /** True while the program is over and nothing is pending: the clock stands still. */
  #isResting = false;

  constructor(post: (message: WorkerMessage) => void, handlers: readonly HttpHandler[]) {
    this.#post = post;
    const real = createRealTime();
    this.#background = new Background(real);
    this.#background.watch(hasArrived);
    this.#clock = new RunClock({
      real,
      background: this.#background,
      isAwaited: () => this.#end.isAwaited || this.#prompt.isBusy || this.#tasks.isWaiting,
      onChange: () => this.#tellClock(),
    });
    this.#tracer = new Tracer(
      this.#clock,
      real,
      (events, isLast) => post({ kind: "events", events: named(this.#threads, events), isLast }),
      (seq, text) => post({ kind: "text", seq, text }),
    );
    this.#tasks = new Tasks(this.#tracer, (error) => this.#authors.of(headlineOf(error)));
    this.#pending = new Pending({
      clock: this.#clock,
      tracer: this.#tracer,
      tasks: this.#tasks,
      handlers,
      onIdle: this.#onIdle,
    });
    this.#threads = joinThreads({
      tracer: this.#tracer,
      tasks: this.#tasks,
      clock: this.#clock,
      background: this.#background,
      pending: this.#pending,
      places: new CallPlaces(this.#stack),
      onTaken: () => this.#onIdle(),
    });
    this.#end = new EndOfRun({
      tracer: countedWith(this.#threads, this.#tracer),
      clock: this.#clock,
      background: this.#background,
      prospects: {
        isIdle: () => this.#pending.isIdle && this.#threads.areCalm(() => this.#end.check()),
        canWake: () => this.#pending.timers.pendingSignals > 0,
        isWaiting: () => this.#tasks.isWaiting,
      },
      onEnd: () => this.#restIfIdle(),
    });
    this.#failures = new Failures({
      tracer: this.#tracer,
      stack: this.#stack,
      authors: this.#authors,
      responsible: () => this.#tasks.responsible,
      onFail: (report) => {
        this.#end.failed = true;
        this.#threads.fail(report);
      },
    });
    this.#print = createPrint({ tracer: this.#tracer, tasks: this.#tasks, authors: this.#authors });
    this.#prompt = createPrompt({
      tracer: this.#tracer,
      tasks: this.#tasks,
      stack: this.#stack,
      authors: this.#authors,
      failures: this.#failures,
      hooksFor: (code) => this.#hooksFor(code),
    });
    this.#warmUp = createWarmUp(this.#clock);
    prepareRealm({
      tracer: this.#tracer,
      tasks: this.#tasks,
      clock: this.#clock,
      stack: this.#stack,
      authors: this.#authors,
      subtle: this.#subtle,
      pending: this.#pending,
      print: this.#print,
      threads: this.#threads,
      onUncaught: (thrown, promise) =>
        this.#failures.fail(thrown, promise !== undefined, this.#tasks.waits.taskOf(promise)),
    });
  }

  /** Takes what the frame gives each worker, before any message of the page. */
  connect(link: ThreadLink): void {
    this.#threads.connect(link);
  }

  /**
   * Handles a message of the page.
   * @param parent for the start of a thread: the port to its parent
   */
  take(
    message: PageMessage<Program, PromptProgram, UnfinishedName> | SubtleAnswer,
    parent?: MessagePort,
  ): void {
    switch (message.kind) {
      case "prepare":
        this.#warmUp();
        break;
      case "start":
        this.#start(message, parent);
        break;
      case "speed":
        if (message.speed > 0) this.#speed = message.speed;
        if (!this.#isAtRest) this.#clock.setSpeed(message.speed);
        break;
      case "step":
        this.#threads.takeStep(message.count, () => this.#clock.step());
        this.#tellClock();
        break;
      case "prompt":
        this.#enter(message);
        break;
      case "interrupt":
        this.#prompt.interrupt();
        break;
      case "complete":
        this.#post({
          kind: "completions",
          id: message.id,
          ...asBefore(() => complete(message.question, this.#prompt.evaluate, this.#names)),
        });
        break;
      case "subtle":
        this.#subtle.take(message);
        break;
      default:
        message satisfies never;
    }
  }

  /** Says to the frame, which asks, that the program does not keep control. */
  answer(question: number): void {
    this.#threads.answer(question);
  }

  #start(start: StartProgram, parent: MessagePort | undefined): void {
    // A thread has no prompt, and its parent waits for it.
    if (!start.threads?.started) this.#warmUp();
    const { crew, network, clock } = start;
    this.#threads.begin(start, parent);
    const program = this.#threads.programOf(start.program);
    this.#names = program.names;
    this.#stack.add(programUrl, program.map);
    this.#authors.add(program);
    // Each worker needs another seed: with the same random numbers all would do the same.
    this.#pending.network.use({ ...network, seed: network.seed + crew.worker + this.#threads.thread });
    useSharedNumbers(this.#threads, this.#tracer);
    this.#startClock(clock, crew);
    const turns = this.#threads.turns && clock.kind === "deterministic" ? { turns: clock.seed } : {};
    if (!this.#threads.isStarted) this.#tracer.record({ kind: "run-start", entry: program.entry, ...turns });
    const [print, time, tracer, tasks] = [this.#print, this.#clock, this.#tracer, this.#tasks];
    const offered = offer({ print, clock: time, tracer, tasks, crew });
    void this.#run(() => runProgram(program, this.#hooksFor(program), offered));
    this.#threads.listen();
    this.#checkEnd();
    this.#threads.turns?.end();
  }

  #startClock(mode: ClockMode, crew: Crew): void {
    if (mode.kind === "live") this.#speed = mode.speed || 1;
    else this.#tracer.makeRepeatable();
    startTime({ clock: this.#clock, mode, worker: crew.worker, threads: this.#threads });
    this.#tellClock();
  }

  /** The run ends with its first thread. Another thread only calms down. */
  #checkEnd(): void {
    if (!this.#threads.isStarted) this.#end.check();
    this.#threads.calmness?.settleDown();
  }

  /** Awaits the promise and calls no method of it: the program may have replaced those by then. */
  async #run(main: () => Promise<void>): Promise<void> {
    try {
      await main();
    } catch (thrown) {
      this.#failures.fail(thrown, false, mainTask);
      this.#threads.breakDown();
    } finally {
      this.#threads.calmness?.endTop();
      if (this.#threads.isStarted) this.#checkEnd();
      else this.#end.mainIsOver();
    }
  }

  #enter(message: EnterProgram): void {
    this.#tasks.causedByNothing();
    if (this.#isAtRest) {
      this.#isAtRest = false;
      this.#clock.setSpeed(this.#speed);
    }
    void this.#prompt.enter(message).finally(this.#onIdle);
    this.#clock.goOn();
    this.#threads.turns?.end();
  }

  #hooksFor({ sites }: Code): TaskHooks {
    return new TaskHooks({ tasks: this.#tasks, sites, onFault: this.#failures.onFault }, this.#prompt.scope);
  }

  /** Stops the clock between prompt entries once the run has ended, unless something is still pending. */
  #restIfIdle(): void {
    if (!this.#end.isEnded || !this.#pending.isIdle || this.#prompt.isBusy || this.#isAtRest) return;
    if (!this.#threads.areCalm(() => this.#restIfIdle())) return;
    this.#isAtRest = true;
    this.#tracer.flush();
    // Rests at the last event: time went on while the end of the run was being detected.
    this.#clock.rest(this.#tracer.last);
  }

  /** All threads of a run rest together. */
  get #isAtRest(): boolean {
    return this.#threads.shared?.isResting ?? this.#isResting;
  }

  set #isAtRest(isResting: boolean) {
    this.#isResting = isResting;
    if (this.#threads.shared) this.#threads.shared.isResting = isResting;
  }

  #tellClock(): void {
    this.#post({ kind: "clock", t: this.#clock.now(), speed: this.#clock.speed });
  }

  readonly #onIdle = (): void => {
    this.#checkEnd();
    // The program handles the last reply or timer first.
    if (this.#end.isEnded) this.#background.settle(() => this.#restIfIdle());
  };
}
