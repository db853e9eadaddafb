// Makes a worker one of the threads of its run, and puts together what it has for that.

import type { ClockMode } from "../../protocol/protocol.ts";
import type { ThreadPlace } from "../../protocol/threads.ts";
import { watchLocking } from "./atomics.ts";
import { Locks } from "./locks.ts";
import { Memories } from "./memories.ts";
import { SharedRun } from "./shared-run.ts";
import { ThreadMessages } from "./thread-messages.ts";
import type { ThreadRecorder, ThreadSelf } from "./thread-self.ts";
import { ThreadTurns } from "./thread-turns.ts";
import { ThreadWaits } from "./thread-waits.ts";

/** What a thread has of a run with several. */
export interface Membership {
  readonly shared: SharedRun;
  readonly messages: ThreadMessages;
  readonly waits: ThreadWaits;
  /** Only for a run with a seed. */
  readonly turns: ThreadTurns | undefined;
}

export interface MembershipOptions extends ThreadRecorder {
  readonly memory: SharedArrayBuffer;
  readonly place: ThreadPlace;
  readonly clock: ClockMode;
  /** Says that this thread has something to do from now on. */
  readonly stir: () => void;
  /** Says that this thread has nothing to do, if that is so. */
  readonly calmDown: () => void;
  /** Calls back when the turn is over, and all that it has begun. */
  readonly settle: (callback: () => void) => void;
}

/** Joins the run. In a run with a seed it waits until it is this thread's turn. */
export function joinRun(options: MembershipOptions): Membership {
  const { memory, place, clock, record, reserve, flush, task, whereabouts, stir } = options;
  const { part, thread, started } = place;
  const shared = new SharedRun(memory, part, thread);
  if (!started) shared.clear();
  const turns = clock.kind === "deterministic" ? takeTurns(options, shared, clock.seed) : undefined;
  const self: ThreadSelf = { shared, thread, record, reserve, flush, task, whereabouts, stir };
  const memories = new Memories(() => shared.nextMemory());
  const locks = new Locks(self, memories);
  const waits = new ThreadWaits(self, memories, locks, turns);
  const { holdsAny, willChange, hasChanged } = locks;
  const { aroundNotify } = waits;
  watchLocking({ holdsAny, willChange, hasChanged, aroundNotify, before: turns?.mayLose });
  return { shared, messages: new ThreadMessages(self, memories), waits, turns };
}

function takeTurns(
  { place: { thread, started }, flush, settle, calmDown }: MembershipOptions,
  shared: SharedRun,
  seed: number,
): ThreadTurns {
  const { turns, clock } = shared;
  if (started) turns.enter();
  else turns.begin(seed);
  const last = () => shared.threads;
  return new ThreadTurns({
    turns,
    clock,
    thread,
    parent: started?.parent,
    flush,
    settle,
    onIdle: calmDown,
    last,
  });
}
