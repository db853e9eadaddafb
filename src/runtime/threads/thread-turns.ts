// One thread's turns in a run with a seed: when it may be interrupted, and what it does when it gets control again.

import { mostThreads } from "../../protocol/threads.ts";
import type { Cell, WorkerId } from "../../trace/events/events.ts";
import type { TurnClock, TurnTime } from "../clock/turn-clock.ts";
import { KeptMap, type List, list, push } from "../engine/kept.ts";
import type { SharedClock } from "../shared-memory/shared-clock.ts";
import type { PortId } from "../shared-memory/shared-ports.ts";
import type { SharedTurns } from "../shared-memory/shared-turns.ts";

/** A thread may lose control at one of so many places where it could. */
const patience = 3;

/** Nobody notifies it. */
const nowhere = { memory: -1, byte: 0 } as const;

export interface ThreadTurnsOptions {
  readonly turns: SharedTurns;
  readonly clock: SharedClock;
  readonly thread: WorkerId;
  readonly parent: WorkerId | undefined;
  /** Sends the events so far. */
  readonly flush: () => void;
  /** Calls back once all microtasks and all work in the background are done. */
  readonly settle: (callback: () => void) => void;
  /** Called before this thread lets others go on because it has nothing to do. */
  readonly onIdle: () => void;
  /** The greatest number of a thread. */
  readonly last: () => WorkerId;
}

/** Who a message comes from: a thread, or a port of the program. */
export type Sender = WorkerId;

/** Ports are numbered after all threads. */
export function senderOf(port: PortId): Sender {
  return mostThreads + 1 + port;
}

/** Something that has come from another thread and waits to be handled. */
type Mail = () => void;

/** The turns of one thread. */
export class ThreadTurns implements TurnTime {
  readonly #options: ThreadTurnsOptions;
  /** What has come from each sender. */
  readonly #inboxes = new KeptMap<Sender, { readonly mail: List<Mail>; taken: number }>();
  /** What is called once an asynchronous wait has been notified. */
  readonly #waiting = new KeptMap<number, () => void>();
  /** The sender whose message is to be handled next. It has been sent, and has not come yet. */
  #awaited: Sender | undefined;
  #isEnding = false;
  #isOver = false;
  #clock: TurnClock | undefined;

  constructor(options: ThreadTurnsOptions) {
    this.#options = options;
  }

  /** The clock whose timers are to be fired. */
  use(clock: TurnClock): void {
    this.#clock = clock;
  }

  readonly time = (): number => this.#options.clock.get().time;

  readonly moveTo = (time: number): void => {
    this.#options.clock.set({ time, real: 0, speed: 0 });
  };

  readonly sleepUntil = (time: number): void => {
    this.block(nowhere, time);
  };

  /** Here another thread may get control. */
  readonly mayLose = (): void => {
    if (this.#options.turns.draw(patience) > 0) return;
    this.#options.flush();
    this.#options.turns.park("runnable");
  };

  /** Waits for a notify until the time `deadline` (NaN: for ever). Returns false if the time has come first. */
  block(cell: Cell | typeof nowhere, deadline: number): boolean {
    this.#options.flush();
    return this.#options.turns.block(cell, deadline);
  }

  /**
   * Waits for a notify of a cell, and goes on.
   * @param limit in milliseconds of the run; `undefined` if there is none
   * @param done called in a turn of this thread
   */
  waitAsync(cell: Cell, limit: number | undefined, done: (how: "ok" | "timed-out") => void): void {
    const {
      thread,
      turns: { asyncWaits, nextWait },
    } = this.#options;
    const wait = asyncWaits.begin(thread, cell, nextWait());
    const end = (how: "ok" | "timed-out") => {
      this.#waiting.delete(wait);
      if (limit !== undefined) asyncWaits.countAwaited(thread, -1);
      done(how);
    };
    // If a notify has come at the same time, its turn is still to come.
    const giveUp = () => {
      if (asyncWaits.giveUp(wait)) end("timed-out");
    };
    if (limit !== undefined) asyncWaits.countAwaited(thread, 1);
    const timer = limit === undefined ? undefined : this.#clock?.setTimer(giveUp, limit);
    this.#waiting.set(wait, () => {
      if (timer) this.#clock?.clearTimer(timer);
      asyncWaits.countAwaited(thread, -1);
      end("ok");
    });
  }

  /** Handles what has come from another thread when it is its turn. */
  deliver(from: Sender, mail: Mail): void {
    const inbox = this.#inboxes.get(from) ?? { mail: list<Mail>(), taken: 0 };
    push(inbox.mail, mail);
    this.#inboxes.set(from, inbox);
    if (this.#awaited === from) this.#handle(from);
  }

  /** The thread's turn ends when all that it has begun is done. */
  readonly end = (): void => {
    if (this.#isEnding || this.#isOver || this.#awaited !== undefined) return;
    this.#isEnding = true;
    this.#options.settle(() => {
      this.#isEnding = false;
      if (!this.#isOver) this.#rest();
    });
  };

  /** The thread has ended, and may be terminated at any moment. */
  leave(): void {
    this.#isOver = true;
    this.#options.turns.leave();
  }

  #rest(): void {
    const { turns, clock, thread, flush, onIdle } = this.#options;
    flush();
    clock.setDue(thread, this.#clock?.due);
    onIdle();
    turns.park("idle");
    const wait = turns.asyncWaits.take(thread);
    if (wait !== undefined) {
      this.#goOn(wait);
      return;
    }
    const sender = this.#sender();
    const isDue = (this.#clock?.due ?? Number.POSITIVE_INFINITY) <= this.time();
    if (sender !== undefined) this.#handle(sender);
    else if (isDue) this.#fire();
  }

  /** An asynchronous wait has been notified. */
  #goOn(wait: number): void {
    this.#waiting.get(wait)?.();
    this.end();
  }

  #fire(): void {
    try {
      this.#clock?.fire();
    } finally {
      this.end();
    }
  }

  /** Draws a sender of which a message is to be handled. */
  #sender(): Sender | undefined {
    const { turns, thread, parent, last } = this.#options;
    const senders: List<Sender> = list();
    if (parent !== undefined && turns.isGiven) push(senders, parent);
    for (let child = thread + 1; child <= last(); child += 1)
      if (turns.hasMailFrom(child, thread)) push(senders, child);
    turns.ports.forEachWithMail((port) => push(senders, senderOf(port)));
    return senders.length > 0 ? senders[turns.draw(senders.length)] : undefined;
  }

  #handle(from: Sender): void {
    const inbox = this.#inboxes.get(from);
    const mail = inbox?.mail[inbox.taken];
    if (!inbox || !mail) {
      this.#awaited = from;
      return;
    }
    inbox.taken += 1;
    this.#awaited = undefined;
    try {
      mail();
    } finally {
      this.end();
    }
  }
}
