// One run of one program in its worker: starts it, notices what goes wrong, and when nothing is left to happen.

import type { HttpHandler } from "msw";
import { mainTask, type OutputLevel } from "../trace/events.ts";
import type { Clock } from "./clock.ts";
import { createConsole, shorten } from "./console.ts";
import { EndOfRun } from "./end-of-run.ts";
import { reportError } from "./errors.ts";
import { Network } from "./network.ts";
import type { Program, StartMessage } from "./protocol.ts";
import { closeSandbox } from "./sandbox.ts";
import { StackMapper } from "./stack.ts";
import { Timers } from "./timers.ts";
import { pace, type Tracer } from "./tracer.ts";

/** What the compiled program is called with: the module that panes offer. */
type Offer = typeof import("interleave");

export interface RunOptions {
  readonly clock: Clock;
  readonly tracer: Tracer;
  readonly handlers: readonly HttpHandler[];
}

/**
 * Makes the worker ready for a program, so that nothing is left to do when it comes.
 * @returns a function that runs the program, to be called once; the tracer tells the rest
 */
export function prepareRun({ clock, tracer, handlers }: RunOptions): (start: StartMessage) => void {
  const stack = new StackMapper();
  const end = new EndOfRun(tracer, clock, {
    isIdle: () => timers.pending + network.inFlight === 0,
    canWake: () => timers.pendingSignals > 0,
  });
  const timers = new Timers(clock, end.check);
  const network = new Network({ clock, tracer, handlers, onIdle: end.check });
  const print = (level: OutputLevel, text: string) =>
    tracer.record({ kind: "output", task: mainTask, level, text });

  const fail = (thrown: unknown, rejection: boolean) => {
    tracer.record({ kind: "error", task: mainTask, error: reportError(thrown, rejection, stack) });
    end.failed = true;
  };
  catchTheUncaught(fail);
  closeSandbox({
    console: createConsole({ print, clock, stack }),
    fetch: network.fetch,
    setTimeout: timers.setTimeout,
    setInterval: timers.setInterval,
    clearTimeout: timers.clear,
    clearInterval: timers.clear,
  });
  Object.defineProperty(AbortSignal, "timeout", { value: timers.signalTimeout });

  return ({ program, network: conditions }) => {
    stack.use(program.map);
    network.use(conditions);
    clock.start();
    tracer.record({ kind: "run-start", entry: program.entry });
    evaluate(program, offer(print, clock, tracer))
      .catch((thrown) => fail(thrown, false))
      .finally(end.mainIsOver);
    end.check();
  };
}

async function evaluate({ code }: Program, offered: Offer): Promise<void> {
  // Called as a property it is an indirect eval: the program sees the global scope, and nothing of ours, after minifying too.
  // biome-ignore lint/security/noGlobalEval: running what the audience writes is what a pane is for.
  const main = globalThis.eval(code) as (offer: Offer, require: typeof refuseImport) => Promise<void>;
  await main(offered, refuseImport);
}

function refuseImport(name: string): never {
  throw new Error(`A pane cannot import "${name}" while it runs. Write import "./file" at the top.`);
}

function offer(print: (level: OutputLevel, text: string) => void, clock: Clock, tracer: Tracer): Offer {
  return {
    write: (text) => print("log", shorten(String(text))),
    block: (milliseconds) => {
      // What was printed before must be seen while nothing else can happen.
      if (milliseconds >= pace) tracer.flush();
      clock.block(milliseconds);
    },
  };
}

function catchTheUncaught(fail: (thrown: unknown, rejection: boolean) => void): void {
  self.addEventListener("error", (event) => {
    event.preventDefault();
    fail(event.error ?? event.message, false);
  });
  self.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    fail(event.reason, true);
  });
}
