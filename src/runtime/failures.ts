// Records errors in the trace: what the program has not caught, and mistakes of ours.

import { type ErrorReport, mainTask, type TaskId } from "../trace/events/events.ts";
import { asBefore } from "./engine/as-before.ts";
import type { AuthorText } from "./realm/author-text.ts";
import { headlineOf, reportError } from "./realm/errors.ts";
import type { StackMapper } from "./realm/stack.ts";
import type { Tracer } from "./tasks/tracer.ts";

export interface FailuresOptions {
  readonly tracer: Tracer;
  readonly stack: StackMapper;
  readonly authors: AuthorText;
  /** The task that is responsible for what happens now. */
  readonly responsible: () => TaskId;
  /** Called with each error that the program has not caught. */
  readonly onFail: (report: ErrorReport) => void;
}

/** The errors of one worker. */
export class Failures {
  readonly #options: FailuresOptions;
  /** True once a hook has failed by a mistake of ours. */
  #hasFault = false;

  constructor(options: FailuresOptions) {
    this.#options = options;
  }

  /** Records an error that the program has not caught. */
  fail(thrown: unknown, rejection: boolean, task: TaskId = this.#options.responsible()): void {
    const error = this.report(thrown, rejection);
    this.#options.tracer.record({ kind: "error", task, error });
    this.#options.onFail(error);
  }

  /** Reports an error with the author's code in its headline: engines quote functions in messages. */
  report(thrown: unknown, rejection: boolean): ErrorReport {
    const { stack, authors } = this.#options;
    const report = asBefore(() => reportError(thrown, rejection, stack));
    return { ...report, headline: authors.of(report.headline) };
  }

  /** A mistake of ours in a hook. The program goes on; the trace may lack something from here on, so it says so once. */
  readonly onFault = (error: unknown): void => {
    if (this.#hasFault) return;
    this.#hasFault = true;
    const headline = `A fault of Interleave, not of this program: its trace may lack something from here on. ${headlineOf(error)}`;
    const report = { headline, frames: [], rejection: false };
    this.#options.tracer.record({ kind: "error", task: mainTask, error: report });
  };
}
