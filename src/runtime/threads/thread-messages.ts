// The messages between a thread and its parent and children: records them, and counts those that are on their way.

import type { WorkerId } from "../../trace/events/events.ts";
import type { Memories } from "./memories.ts";
import { causeOf, type ThreadSelf } from "./thread-self.ts";
import type { SentPort, Wire } from "./wire.ts";

type Message = Extract<Wire, { kind: "message" }>;

/** The messages of one thread. */
export class ThreadMessages {
  readonly #self: ThreadSelf;
  readonly #memories: Memories;

  constructor(self: ThreadSelf, memories: Memories) {
    this.#self = self;
    this.#memories = memories;
  }

  /**
   * A message is about to be sent to another thread. Returns it as it is sent.
   * @param to `undefined` if it goes through a port of the program
   * @param ports the ports that go with it
   */
  wrap(to: WorkerId | undefined, data: unknown, ports: readonly SentPort[] = []): Message {
    const { shared, reserve } = this.#self;
    const message = shared.nextMessage();
    // Another thread may get control here. It must not expect the message yet.
    if (message !== undefined) reserve();
    if (to !== undefined) this.count(to, 1);
    const memories = this.#memories.numbersIn(data);
    return { kind: "message", data, message, memories, ...(ports.length > 0 && { ports }) };
  }

  /**
   * A message has been sent; `undefined` if that was not possible.
   * @param called the method that the program has called for it
   */
  sent(to: WorkerId | undefined, wire: Wire | undefined, called?: object): void {
    const { thread, record, giveBack, flush } = this.#self;
    if (!wire) {
      if (to !== undefined) this.count(to, -1);
      giveBack();
    }
    if (wire?.kind !== "message" || wire.message === undefined) return;
    record({
      kind: "message-sent",
      message: wire.message,
      worker: thread,
      ...(to !== undefined && { to }),
      ...causeOf(this.#self, called),
    });
    // The receiver's events are not to be shown without those that they follow from.
    flush();
  }

  /** A message of another thread has come, and the program gets it next. */
  take(from: WorkerId | undefined, wire: Wire | undefined): void {
    const { thread, record, stir } = this.#self;
    stir();
    if (from !== undefined) this.count(from, -1, true);
    if (wire?.kind !== "message") return;
    if (wire.memories) this.#memories.learn(wire.data, wire.memories);
    if (wire.message !== undefined) record({ kind: "message-taken", message: wire.message, worker: thread });
  }

  /** The program's handlers of a message have returned. */
  handled(wire: Wire | undefined): void {
    const { thread, record } = this.#self;
    if (wire?.kind === "message" && wire.message !== undefined)
      record({ kind: "message-handled", message: wire.message, worker: thread });
  }

  /** One message more or less is on its way to another thread or, if `isTaken`, from there. */
  count(other: WorkerId, change: 1 | -1, isTaken = false): void {
    const { shared, thread } = this.#self;
    const isChild = shared.parentOf(other) === thread && other !== 0;
    if (isChild === isTaken) shared.countSent(isChild ? other : thread, change);
    else shared.countGiven(isChild ? other : thread, change);
  }
}
