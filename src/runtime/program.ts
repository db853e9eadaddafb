// Evaluates the compiled program, and gives it what panes offer.

import type { Hooks } from "../protocol/hooks.ts";
import type { Program } from "../protocol/javascript.ts";
import type { ProgramFunction } from "../protocol/modules.ts";
import type { Crew } from "../protocol/protocol.ts";
import type { OutputLevel } from "../trace/events/events.ts";
import type { Clock } from "./clock/clock.ts";
import { createLock } from "./lock.ts";
import { createLink } from "./modules/linker.ts";
import { shorten } from "./realm/console.ts";
import type { Tasks } from "./tasks/tasks.ts";
import { pace, type Tracer } from "./tasks/tracer.ts";

/** The module that panes offer. */
export type Offer = typeof import("interleave");

/** Settles as the program's top level does. */
export async function runProgram({ code }: Program, hooks: Hooks, offered: Offer): Promise<void> {
  // Called as a property it is an indirect eval: the program sees the global scope, and nothing of ours, after minifying too.
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

/** The module "interleave". */
export function offer({ print, clock, tracer, tasks, crew }: OfferOptions): Offer {
  return {
    write: (text) => print("log", shorten(String(text))),
    block: (milliseconds) => {
      // What was printed before must be seen while nothing else can happen.
      if (milliseconds >= pace) tracer.flush();
      clock.block(milliseconds);
    },
    worker: crew.worker,
    workers: crew.workers,
    Lock: createLock(tasks.waits, () => tasks.responsible),
  };
}
