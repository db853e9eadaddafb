// Evaluates the compiled program, and creates the module "interleave" that it can import.

import type { Hooks } from "../protocol/hooks.ts";
import type { ThreadProgram } from "../protocol/javascript.ts";
import type { ProgramFunction } from "../protocol/modules.ts";
import type { Crew } from "../protocol/protocol.ts";
import type { OutputLevel } from "../trace/events/events.ts";
import type { Clock } from "./clock/clock.ts";
import { createLock } from "./lock.ts";
import { createLink } from "./modules/linker.ts";
import { shorten } from "./realm/console.ts";
import { pace } from "./tasks/outbox.ts";
import type { Tasks } from "./tasks/tasks.ts";
import type { Tracer } from "./tasks/tracer.ts";

/** The exports of the module "interleave". */
export type Offer = typeof import("interleave");

/** Runs the program. Settles when its top level does, with the same error. */
export async function runProgram({ code }: ThreadProgram, hooks: Hooks, offered: Offer): Promise<void> {
  // A call as a property is an indirect eval, after minifying too: the program sees the global scope, not this module's.
  // biome-ignore lint/security/noGlobalEval: running what the audience writes is what a pane is for.
  const program = globalThis.eval(code) as ProgramFunction;
  await program(hooks, createLink({ ...offered }, hooks));
}

export interface OfferOptions {
  readonly print: (level: OutputLevel, text: string) => void;
  readonly clock: Clock;
  readonly tracer: Tracer;
  readonly tasks: Tasks;
  readonly crew: Crew;
}

/** Creates the module "interleave" for one run. */
export function offer({ print, clock, tracer, tasks, crew }: OfferOptions): Offer {
  return {
    write: (text) => print("log", shorten(String(text))),
    block: (milliseconds) => {
      // Earlier output must be visible while the program blocks its worker.
      if (milliseconds >= pace) tracer.flush();
      clock.block(milliseconds);
    },
    worker: crew.worker,
    workers: crew.workers,
    Lock: createLock(tasks.waits, () => tasks.responsible),
  };
}
