// Runs one JavaScript program in its worker: composes clock, network, tasks, console and prompt, and answers the page's messages.

import type { HttpHandler } from "msw";
import {
  type Code,
  type EnterProgram,
  type Program,
  type PromptProgram,
  programUrl,
  promptUrl,
  type StartProgram,
  type UnfinishedName,
} from "../protocol/javascript.ts";
import type { PageMessage, SubtleAnswer, WorkerMessage } from "../protocol/protocol.ts";
import { type ErrorReport, mainTask, type TaskId } from "../trace/events/events.ts";
import { Background } from "./background/background.ts";
import { deterministicOrigin, installTime } from "./clock/date.ts";
import { installPlatformTimes } from "./clock/platform-times.ts";
import { installRandomness } from "./clock/randomness.ts";
import { createRealTime } from "./clock/real-time.ts";
import { RunClock } from "./clock/run-clock.ts";
import { EndOfRun } from "./end-of-run.ts";
import { asBefore } from "./engine/as-before.ts";
import { Pending } from "./pending.ts";
import { prepareRealm } from "./prepare-realm.ts";
import { createPrint, type Print } from "./printing.ts";
import { offer, runProgram } from "./program.ts";
import { complete } from "./prompt/completion.ts";
import { Prompt } from "./prompt/prompt.ts";
import { AuthorText } from "./realm/author-text.ts";
import { headlineOf, reportError } from "./realm/errors.ts";
import { StackMapper } from "./realm/stack.ts";
import { RunSubtle } from "./realm/subtle.ts";
import { rehearse } from "./tasks/rehearsal.ts";
import { TaskHooks } from "./tasks/task-hooks.ts";
import { Tasks } from "./tasks/tasks.ts";
import { Tracer } from "./tasks/tracer.ts";
import { promiseStates, showValue } from "./values/show-value.ts";

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
  readonly #subtle = new RunSubtle({
    post: (message) => this.#post(message),
    follow: (promise) => this.#background.follow(promise),
  });
  #names: Readonly<Record<string, string>> = {};
  /** The last speed other than 0 that the page asked for. A pause (speed 0) ends with the program. */
  #speed = 1;
  /** True once a hook has failed by a mistake of ours. */
  #hasFault = false;
  /** True while the program is over and nothing is pending: the clock stands still. */
  #isResting = false;

  /** Prepares the worker before the program arrives, so that the program starts quickly. */
  constructor(post: (message: WorkerMessage) => void, handlers: readonly HttpHandler[]) {
    this.#post = post;
    const real = createRealTime();
    this.#background = new Background(real);
    this.#background.watch();
    this.#clock = new RunClock({
      real,
      background: this.#background,
      isAwaited: () => this.#end.isAwaited || this.#prompt.isBusy || this.#tasks.isWaiting,
      onChange: () => this.#tellClock(),
    });
    this.#tracer = new Tracer(
      this.#clock,
      real,
      (events, isLast) => post({ kind: "events", events, isLast }),
      (seq, text) => post({ kind: "text", seq, text }),
    );
    rehearse(this.#clock, real, headlineOf);
    this.#tasks = new Tasks(this.#tracer, (error) => this.#authors.of(headlineOf(error)));
    this.#pending = new Pending({
      clock: this.#clock,
      tracer: this.#tracer,
      tasks: this.#tasks,
      handlers,
      onIdle: this.#onIdle,
    });
    this.#end = new EndOfRun({
      tracer: this.#tracer,
      clock: this.#clock,
      background: this.#background,
      prospects: {
        isIdle: () => this.#pending.isIdle,
        canWake: () => this.#pending.timers.pendingSignals > 0,
        isWaiting: () => this.#tasks.isWaiting,
      },
      onEnd: () => this.#restIfIdle(),
    });
    this.#print = createPrint({ tracer: this.#tracer, tasks: this.#tasks, authors: this.#authors });
    this.#prompt = this.#createPrompt();
    prepareRealm({
      tracer: this.#tracer,
      tasks: this.#tasks,
      clock: this.#clock,
      stack: this.#stack,
      authors: this.#authors,
      subtle: this.#subtle,
      pending: this.#pending,
      print: this.#print,
      onUncaught: (thrown, promise) =>
        this.#fail(thrown, promise !== undefined, this.#tasks.waits.taskOf(promise)),
    });
  }

  /** Handles a message of the page. */
  take(message: PageMessage<Program, PromptProgram, UnfinishedName> | SubtleAnswer): void {
    switch (message.kind) {
      case "start":
        this.#start(message);
        break;
      case "speed":
        if (message.speed > 0) this.#speed = message.speed;
        if (!this.#isResting) this.#clock.setSpeed(message.speed);
        break;
      case "step":
        this.#clock.step();
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

  #start({ program, crew, network, clock }: StartProgram): void {
    this.#names = program.names;
    this.#stack.add(programUrl, program.map);
    this.#authors.add(program);
    // Each worker needs another seed: with the same random numbers all would do the same.
    this.#pending.network.use({ ...network, seed: network.seed + crew.worker });
    this.#clock.use(clock);
    if (clock.kind === "live") this.#speed = clock.speed || 1;
    else this.#makeRepeatable(clock.seed + crew.worker);
    const origin = clock.kind === "live" ? Date.now() : deterministicOrigin;
    installTime(this.#clock, origin);
    installPlatformTimes(this.#clock, origin);
    this.#clock.start();
    this.#tellClock();
    this.#tracer.record({ kind: "run-start", entry: program.entry });
    const hooks = this.#hooksFor(program);
    const offered = offer({
      print: this.#print,
      clock: this.#clock,
      tracer: this.#tracer,
      tasks: this.#tasks,
      crew,
    });
    void this.#run(() => runProgram(program, hooks, offered));
    this.#end.check();
  }

  /** Awaits the promise and calls no method of it: the program may have replaced those by then. */
  async #run(main: () => Promise<void>): Promise<void> {
    try {
      await main();
    } catch (thrown) {
      this.#fail(thrown, false, mainTask);
    } finally {
      this.#end.mainIsOver();
    }
  }

  #makeRepeatable(seed: number): void {
    installRandomness(seed);
    this.#tracer.makeRepeatable();
  }

  #enter(message: EnterProgram): void {
    this.#tasks.causedByNothing();
    if (this.#isResting) {
      this.#isResting = false;
      this.#clock.setSpeed(this.#speed);
    }
    void this.#prompt.enter(message).finally(this.#onIdle);
    this.#clock.goOn();
  }

  #hooksFor({ sites }: Code): TaskHooks {
    return new TaskHooks({ tasks: this.#tasks, sites, onFault: this.#onFault }, this.#prompt.scope);
  }

  /** A mistake of ours in a hook. The program goes on; the trace may lack something from here on, so it says so once. */
  readonly #onFault = (error: unknown): void => {
    if (this.#hasFault) return;
    this.#hasFault = true;
    const headline = `A fault of Interleave, not of this program: its trace may lack something from here on. ${headlineOf(error)}`;
    this.#tracer.record({ kind: "error", task: mainTask, error: { headline, frames: [], rejection: false } });
  };

  /** Stops the clock between prompt entries once the run has ended, unless something is still pending. */
  #restIfIdle(): void {
    if (!this.#end.isEnded || !this.#pending.isIdle || this.#prompt.isBusy || this.#isResting) return;
    this.#isResting = true;
    this.#tracer.flush();
    // Rests at the last event: time went on while the end of the run was being detected.
    this.#clock.rest(this.#tracer.last);
  }

  #tellClock(): void {
    this.#post({ kind: "clock", t: this.#clock.now(), speed: this.#clock.speed });
  }

  readonly #onIdle = (): void => {
    this.#end.check();
    // The program handles the last reply or timer first.
    if (this.#end.isEnded) this.#background.settle(() => this.#restIfIdle());
  };

  #createPrompt(): Prompt {
    return new Prompt({
      record: (fact) => void this.#tracer.record(fact),
      hooksFor: (code: Code, prompt) => {
        this.#stack.add(promptUrl(prompt), code.map);
        this.#authors.add(code);
        return this.#hooksFor(code);
      },
      promptTask: () => this.#tasks.lastPrompt,
      show: async (value) =>
        showValue(value, {
          promises: await promiseStates(value),
          frames: (stack) => this.#stack.framesOf(stack),
        }),
      report: (error) => this.#report(error, false),
    });
  }

  /** Reports an error with the author's code in its headline: engines quote functions in messages. */
  #report(thrown: unknown, rejection: boolean): ErrorReport {
    const report = asBefore(() => reportError(thrown, rejection, this.#stack));
    return { ...report, headline: this.#authors.of(report.headline) };
  }

  #fail(thrown: unknown, rejection: boolean, task: TaskId = this.#tasks.responsible): void {
    this.#tracer.record({ kind: "error", task, error: this.#report(thrown, rejection) });
    this.#end.failed = true;
  }
}
