// Joins the threads of a run with the other parts of a session: what they record, and how they wait.

import type { SentEvent } from "../protocol/protocol.ts";
import type { Background } from "./background/background.ts";
import type { RunClock } from "./clock/run-clock.ts";
import { longSilence } from "./end-of-run.ts";
import { type List, list, push, toArray } from "./engine/kept.ts";
import type { Pending } from "./pending.ts";
import type { CallPlaces } from "./realm/call-places.ts";
import type { Tasks } from "./tasks/tasks.ts";
import type { Tracer } from "./tasks/tracer.ts";
import { watchWaits } from "./threads/atomics.ts";
import { Threads } from "./threads/threads.ts";

/** How often, in real milliseconds, a thread looks what the others do. */
const threadsPace = 20;

export interface JoinedThreadsOptions {
  readonly tracer: Tracer;
  readonly tasks: Tasks;
  readonly clock: RunClock;
  readonly background: Background;
  readonly pending: Pending;
  readonly places: CallPlaces;
  /** Called when the program has taken a message. */
  readonly onTaken: () => void;
}

/** Creates the threads of one session, and replaces the waits of `Atomics`. */
export function joinThreads(options: JoinedThreadsOptions): Threads {
  const { tracer, tasks, clock, pending, places, onTaken } = options;
  const { real } = clock;
  const threads = new Threads({
    record: (fact) => void tracer.record(fact),
    reserve: () => tracer.reserve(),
    giveBack: () => tracer.giveBack(),
    flush: () => tracer.flush(),
    task: () => tasks.responsible,
    whereabouts: (called) => places.here(called),
    onTake: () => tasks.causedByNothing(),
    onTaken,
    settle: (callback) => options.background.settle(callback),
    isIdle: () => pending.isIdle && !(pending.timers.pendingSignals > 0 && tasks.isWaiting),
    afterTurn: (callback) => real.soon(callback),
    later: (callback) => void real.setTimer(callback, threadsPace),
    muchLater: (callback) => void real.setTimer(callback, longSilence),
  });
  joinWaits(threads, options);
  return threads;
}

/** Lets all threads of a run number their events together, and each say that it has something to do before an event. */
export function useSharedNumbers(threads: Threads, tracer: Tracer): void {
  const { shared } = threads;
  if (!shared) return;
  const draw = () => {
    threads.calmness?.stir();
    threads.turns?.mayLose();
    return shared.nextEvent();
  };
  tracer.useNumbers(draw, (number) => shared.takeBackEvent(number));
}

/** Lets the end of the run be found by the events of all threads. */
export function countedWith(threads: Threads, tracer: Tracer): Pick<Tracer, "recorded" | "flush" | "end"> {
  return {
    get recorded() {
      return threads.shared?.events ?? tracer.recorded;
    },
    flush: () => tracer.flush(),
    end: (outcome, at) => {
      const isFailed = outcome.kind === "finished" && threads.shared?.hasFailed;
      tracer.end(isFailed ? { kind: "failed" } : outcome, at, threads.lastEnds());
    },
  };
}

/** Adds the thread's number to the events that have a place for it, if the run may have several. Others tell it by their task. */
export function named(threads: Threads, events: readonly SentEvent[]): readonly SentEvent[] {
  if (!threads.shared) return events;
  const worker = threads.thread;
  const all: List<SentEvent> = list();
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index];
    if (event) push(all, namesWorker(event) ? { ...event, worker } : event);
  }
  return toArray(all);
}

function namesWorker({ kind }: SentEvent): boolean {
  return kind === "task-start" || kind === "output" || kind === "error";
}

function joinWaits(threads: Threads, { tracer, tasks, clock, background }: JoinedThreadsOptions): void {
  watchWaits({
    aroundWait: (given, limit, wait) => {
      if (threads.waits) return threads.waits.around(given, limit, wait);
      tracer.flush();
      return wait();
    },
    aroundWaitAsync: (given, limit, wait) => threads.waits?.aroundAsync(given, limit, wait) ?? wait(limit),
    speed: () => clock.speed,
    onWaitAsync: (given, promise, hasLimit) => {
      // Without a time limit it may never end, and a run does not wait for what may never end. In turns, no turn would end.
      if (hasLimit && !threads.turns) void background.follow(promise);
      const on = threads.waits?.begins(given, promise);
      if (on) tasks.waits.set(promise, { kind: "notify", on });
    },
  });
}
