// Makes a worker one of the threads of its run: joins it to the shared memory, the locks and the messages.

import type { ClockMode } from "../../protocol/protocol.ts";
import type { ThreadPlace } from "../../protocol/threads.ts";
import { SharedRun } from "../shared-memory/shared-run.ts";
import { watchLocking } from "./atomics.ts";
import { Calmness, type Work } from "./calmness.ts";
import { Locks } from "./locks.ts";
import { Memories } from "./memories.ts";
import { ThreadMessages } from "./thread-messages.ts";
import { ThreadPorts } from "./thread-ports.ts";
import type { ThreadRecorder, ThreadSelf } from "./thread-self.ts";
import { ThreadTurns } from "./thread-turns.ts";
import { ThreadWaits } from "./thread-waits.ts";

/** The parts that a worker has only as one of several threads. */
export interface Membership {
  readonly shared: SharedRun;
  readonly calmness: Calmness;
  readonly messages: ThreadMessages;
  readonly ports: ThreadPorts;
  readonly waits: ThreadWaits;
  /** Only for a run with a seed. */
  readonly turns: ThreadTurns | undefined;
}

export interface MembershipOptions extends ThreadRecorder, Work {
  readonly memory: SharedArrayBuffer;
  readonly place: ThreadPlace;
  readonly clock: ClockMode;
  /** Called before the program gets a message. */
  readonly onTake: () => void;
  /** Called when the program has taken a message. */
  readonly onTaken: () => void;
}

/** Joins the run. In a run with a seed it waits until it is this thread's turn. */
export function joinRun(options: MembershipOptions): Membership {
  const { memory, place, clock, record, reserve, giveBack, flush, task, whereabouts } = options;
  const { part, thread, started } = place;
  const shared = new SharedRun(memory, part, thread);
  if (!started) shared.clear();
  const isInTurns = clock.kind === "deterministic";
  const calmness = new Calmness({ ...options, shared, thread, isInTurns });
  const turns = isInTurns ? takeTurns(options, shared, calmness, clock.seed) : undefined;
  const stir = () => calmness.stir();
  const self: ThreadSelf = { shared, thread, record, reserve, giveBack, flush, task, whereabouts, stir };
  const memories = new Memories(() => shared.nextMemory());
  const locks = new Locks(self, memories);
  const waits = new ThreadWaits(self, memories, locks, turns);
  const { mayBeHeld, willChange, hasChanged } = locks;
  const { aroundNotify } = waits;
  watchLocking({ mayBeHeld, willChange, hasChanged, aroundNotify, before: turns?.mayLose });
  const messages = new ThreadMessages(self, memories);
  const order = turns && { turns, shared: shared.turns.ports };
  const { onTake, onTaken } = options;
  const ports = new ThreadPorts({ messages, order, onTake, onTaken });
  ports.watch();
  return { shared, calmness, messages, ports, waits, turns };
}

function takeTurns(
  { place: { thread, started }, flush, settle }: MembershipOptions,
  shared: SharedRun,
  calmness: Calmness,
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
    onIdle: () => calmness.calmDown(),
    last,
  });
}
