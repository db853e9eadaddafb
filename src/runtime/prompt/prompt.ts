// Evaluates what is entered at the prompt, one entry after the other, and tells what came of it.

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

/** Evaluates code where the program's names are. */
export type Evaluate = (code: string) => unknown;

export interface PromptOptions {
  readonly record: (fact: TraceFact) => void;
  /** Hooks for the code of an entry. Called before it runs, so that its source map can be learned of, too. */
  readonly hooksFor: (code: Code, prompt: PromptId) => Hooks;
  /** The task of the entry that was called just now. */
  readonly promptTask: () => TaskId;
  /** A value as text; it may take a turn or more to find out. */
  readonly show: (value: unknown) => ShownValue | Promise<ShownValue>;
  /** What is told of an error that an entry threw. */
  readonly report: (error: unknown) => ErrorReport;
}

/** What an entry's function gives: a value in a wrapper, so that a promise is not awaited; undefined where there is none. */
type Entered = { readonly value: unknown } | undefined;

type Outcome =
  | { readonly kind: "ended"; readonly value: unknown }
  | { readonly kind: "threw"; readonly error: unknown }
  | { readonly kind: "interrupted" };

/** What is being evaluated. */
interface Entry {
  readonly code: Code;
  readonly declares: readonly string[];
  readonly prompt: PromptId;
  /** Its task; the program's top level until it has one. */
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

  /** Entries are evaluated with the first evaluator that is given: the program's. Until then they have the global scope. */
  readonly scope = (evaluate: Evaluate): void => {
    this.#evaluate ??= evaluate;
  };

  /** Evaluates code in the program's scope at once. May throw whatever that throws. */
  readonly evaluate: Evaluate = (code) => (this.#evaluate ?? evaluateGlobally)(code);

  /** True while something that was entered has not ended. */
  get isBusy(): boolean {
    return this.#waiting > 0;
  }

  /** Evaluates an entry once those before it have ended; settles when it has ended itself, and never rejects. */
  enter(message: EnterProgram): Promise<void> {
    this.#waiting += 1;
    this.#last = this.#last
      .then(() => this.#run(message))
      .finally(() => {
        this.#waiting -= 1;
      });
    return this.#last;
  }

  /** Waits no longer for what is being evaluated, which goes on as a call that nobody waits for. */
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
    // Such as a `_` that the program has frozen: what is entered next must be evaluated all the same.
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

/** A name that strict code can assign. What the global scope has under it stays until then. */
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
  // Called as a property it is an indirect eval: it sees the global scope, and nothing of ours, after minifying too.
  // biome-ignore lint/security/noGlobalEval: running what the audience writes is what a pane is for.
  return globalThis.eval(code);
}
