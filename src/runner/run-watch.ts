// Watches runs with several threads for a deadlock. It gets into the frame as text.

import type { Standstill, standstillOf, ThreadLayout } from "./deadlock.ts";

/** Asks a worker, which answers in the shared memory when it gets to its messages. */
type Ask = (question: number) => void;

/** The runs that are watched. Workers have the numbers that the page has given them. */
export interface RunWatch {
  /** Watches the run whose first thread is the worker `id`. */
  begin(
    id: number,
    memory: SharedArrayBuffer,
    part: number,
    ask: Ask,
    tell: (standstill: Standstill) => void,
  ): void;
  /** The worker `to` is a thread of the run of the worker `from`. */
  join(from: number, thread: number, to: number, ask: Ask): void;
  /** The worker is gone. With the first thread its run is over. */
  end(id: number): void;
}

/**
 * Creates the watch. It must not use anything outside itself.
 *
 * A run stands still if that is so for a while without an event. Then each thread without anything to do is asked, and
 * answers unless the program keeps control in it: a message through a port of the program's own may have woken it.
 */
export function watchRuns(layout: ThreadLayout, findStandstill: typeof standstillOf): RunWatch {
  /** Milliseconds. */
  const pace = 100;
  const patience = 250;
  interface Watched {
    readonly part: Int32Array;
    readonly asks: Map<number, Ask>;
    readonly tell: (standstill: Standstill) => void;
    /** How many events the run had at the last look; undefined if it did not stand still. */
    events: number | undefined;
    since: number;
    question: number;
    isAsked: boolean;
    isTold: boolean;
  }
  const runs = new Map<number, Watched>();
  const firstThreads = new Map<number, number>();
  let timer = 0;

  function look(run: Watched): void {
    const standstill = findStandstill(run.part, layout);
    if (standstill?.events !== run.events) {
      Object.assign(run, {
        events: standstill?.events,
        since: performance.now(),
        isAsked: false,
        isTold: false,
      });
    } else if (!standstill || performance.now() - run.since < patience || run.isTold) {
      return;
    } else if (!run.isAsked) {
      run.question += 1;
      run.isAsked = true;
      for (const thread of standstill.idle) run.asks.get(thread)?.(run.question);
    } else if (standstill.idle.every((thread) => hasAnswered(run, thread))) {
      run.isTold = true;
      run.tell(standstill);
    }
  }

  function hasAnswered({ part, question }: Watched, thread: number): boolean {
    // In a run with a seed, threads that have nothing to do are blocked until it is their turn.
    const isParked = Atomics.load(part, layout.places.parked + thread) === layout.turns.idle;
    return isParked || Atomics.load(part, layout.places.answers + thread) === question;
  }

  return {
    begin(id, memory, part, ask, tell) {
      const view = new Int32Array(memory, part * layout.bytes, layout.bytes / 4);
      const asks = new Map([[0, ask]]);
      const fresh = { events: undefined, since: 0, question: 0, isAsked: false, isTold: false };
      runs.set(id, { part: view, asks, tell, ...fresh });
      firstThreads.set(id, id);
      if (runs.size === 1) timer = setInterval(() => runs.forEach(look), pace) as unknown as number;
    },
    join(from, thread, to, ask) {
      const first = firstThreads.get(from);
      if (first === undefined) return;
      firstThreads.set(to, first);
      runs.get(first)?.asks.set(thread, ask);
    },
    end(id) {
      firstThreads.delete(id);
      if (runs.delete(id) && runs.size === 0) clearInterval(timer);
    },
  };
}
