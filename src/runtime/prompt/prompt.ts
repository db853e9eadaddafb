// Evaluates prompt entries one after the other, and records each result or error in the trace.

import type { Hooks } from "../../protocol/hooks.ts";
import type { Code, EnterProgram, PromptProgram } from "../../protocol/javascript.ts";
import {
  type ErrorReport,
  mainTask,
  type PromptId,
  type ShownValue,
  type TaskId,
  type TraceFact,
} from "../../trace/events/events.ts";

/** Evaluates code in the program's scope. */
export type Evaluate = (code: string) => unknown;

export interface PromptOptions {
  readonly record: (fact: TraceFact) => void;
  /** Returns the hooks for an entry's code. Called before the code runs, so that its source map can be registered too. */
  readonly hooksFor: (code: Code, prompt: PromptId) => Hooks;
  /** Returns the task of the entry that was called just now. */
  readonly promptTask: () => TaskId;
  /** Shows a value as text. May take a turn or more of the event loop. */
  readonly show: (value: unknown) => ShownValue | Promise<ShownValue>;
  /** Returns the report of an error that an entry threw. */
  readonly report: (error: unknown) => ErrorReport;
}

/** The result of an entry's function, or `undefined` if it has no value. Wrapped, so that a promise is not awaited. */
type Entered = { readonly value: unknown } | undefined;

type Outcome =
  | { readonly kind: "ended"; readonly value: unknown }
  | { readonly kind: "threw"; readonly error: unknown }
  | { readonly kind: "interrupted" };

/** An entry that is being evaluated. */
interface Entry {
  readonly code: Code;
  readonly declares: readonly string[];
  readonly prompt: PromptId;
  /** The task of the entry; until it has one, the task of the program's top level. */
  task: TaskId;
}

/** The prompt of one run. */
export class Prompt {
  readonly #options: PromptOptions;
  #evaluate: Evaluate | undefined;
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;
  #interrupt: (() => void) | undefined;

  constructor(options: PromptOptions) {
    this.#options = options;
  }

  /** Sets the evaluator; only the first call (the program's) counts. Until then entries run in the global scope. */
  readonly scope = (evaluate: Evaluate): void => {
    this.#evaluate ??= evaluate;
  };

  /** Evaluates code in the program's scope at once. Throws whatever the code throws. */
  readonly evaluate: Evaluate = (code) => (this.#evaluate ?? evaluateGlobally)(code);

  /** True while an entry is waiting or running. */
  get isBusy(): boolean {
    return this.#waiting > 0;
  }

  /** Queues an entry: it runs after all earlier entries. Resolves when the entry has ended; never rejects. */
  enter(message: EnterProgram): Promise<void> {
    this.#waiting += 1;
    this.#last = this.#last
      .then(() => this.#run(message))
      .finally(() => {
        this.#waiting -= 1;
      });
    return this.#last;
  }

  /** Stops waiting for the current entry. Its code goes on, as a call that nobody awaits. */
  interrupt(): void {
    this.#interrupt?.();
  }

  async #run({ prompt, text, program }: EnterProgram): Promise<void> {
    const { record } = this.#options;
    record({ kind: "prompt-start", prompt, text });
    if (program.kind === "broken") record({ kind: "error", task: mainTask, error: reasonOf(program) });
    else await this.#runCode(program.code, program.declares, prompt);
    record({ kind: "prompt-end", prompt });
  }

  async #runCode(code: Code, declares: readonly string[], prompt: PromptId): Promise<void> {
    const entry: Entry = { code, declares, prompt, task: mainTask };
    const outcome = await new Promise<Outcome>((settle) => {
      this.#interrupt = () => settle({ kind: "interrupted" });
      void this.#call(entry).then(settle);
    });
    this.#interrupt = undefined;
    // This may throw, for example if the program has frozen `_`. Later entries must be evaluated all the same.
    await this.#tell(outcome, entry).catch((error) => this.#tell({ kind: "threw", error }, entry));
  }

  async #call(entry: Entry): Promise<Outcome> {
    const { hooksFor, promptTask } = this.#options;
    try {
      entry.declares.forEach(declare);
      const entered = this.evaluate(entry.code.code) as (hooks: Hooks) => Promise<Entered>;
      const promise = entered(hooksFor(entry.code, entry.prompt));
      entry.task = promptTask();
      return { kind: "ended", value: (await promise)?.value };
    } catch (error) {
      return { kind: "threw", error };
    }
  }

  async #tell(outcome: Outcome, { task, prompt }: Entry): Promise<void> {
    const { record, report, show } = this.#options;
    switch (outcome.kind) {
      case "ended":
        if (outcome.value === undefined) return;
        setGlobal("_", outcome.value);
        record({ kind: "prompt-value", prompt, value: await show(outcome.value) });
        return;
      case "threw":
        record({ kind: "error", task, error: report(outcome.error) });
        return;
      case "interrupted":
        record({
          kind: "error",
          task,
          error: { headline: "Stopped waiting.", frames: [], rejection: false },
        });
        return;
      default:
        outcome satisfies never;
    }
  }
}

function reasonOf({ reason, place }: Extract<PromptProgram, { kind: "broken" }>): ErrorReport {
  return { headline: reason, frames: place ? [{ ...place, name: "" }] : [], rejection: false };
}

/** Declares a global that strict code can assign. A global value of that name stays until the assignment. */
function declare(name: string): void {
  const property = Object.getOwnPropertyDescriptor(globalThis, name);
  const isFree = property === undefined || (property.configurable === true && !("value" in property));
  if (isFree) setGlobal(name, undefined);
}

function setGlobal(name: string, value: unknown): void {
  const property = { value, writable: true, configurable: true, enumerable: true };
  Object.defineProperty(globalThis, name, property);
}

function evaluateGlobally(code: string): unknown {
  // A call as a property is an indirect eval, after minifying too: the code sees the global scope, not this module's.
  // biome-ignore lint/security/noGlobalEval: running what the audience writes is what a pane is for.
  return globalThis.eval(code);
}
