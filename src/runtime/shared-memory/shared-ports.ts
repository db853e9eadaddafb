// The ports of a program in a run with a seed: whose they are, and how many messages wait in each.

import { mostChannels, sharedMemory } from "../../protocol/threads.ts";
import type { WorkerId } from "../../trace/events/events.ts";
import { min } from "../engine/kept.ts";

/** The number of a port. The two ports of a channel have an even number and the next one. */
export type PortId = number;

// Kept, because the program may replace them.
const { add, load, store } = Atomics;
const { places } = sharedMemory;

/** The state of a port: its thread plus 1 (0 while it is on its way), and these flags. */
const threadBits = 0xff;
const started = 0x100;
const closed = 0x200;

/** The ports of a run, seen from one thread. Every method is called by the thread that has control. */
export class SharedPorts {
  readonly #places: Int32Array<SharedArrayBuffer>;
  readonly #thread: WorkerId;

  constructor(part: Int32Array<SharedArrayBuffer>, thread: WorkerId) {
    this.#places = part;
    this.#thread = thread;
  }

  /** This thread has made a channel. Returns the number of its first port; `undefined` if the run has too many. */
  newChannel(): PortId | undefined {
    const channel = add(this.#places, places.channels, 1);
    if (channel >= mostChannels) return undefined;
    const first = channel * 2;
    this.enter(first);
    this.enter(first + 1);
    return first;
  }

  /** A port has come to this thread. It is not started. */
  enter(port: PortId): void {
    this.#update(port, (this.#state(port) & closed) | (this.#thread + 1), this.#queue(port));
  }

  /** A port has been sent. Nobody gets its messages until it has come. */
  leave(port: PortId): void {
    this.#update(port, this.#state(port) & closed, this.#queue(port));
  }

  /** The messages of a port may be handled from now on. */
  start(port: PortId): void {
    this.#update(port, this.#state(port) | started, this.#queue(port));
  }

  /** The messages of a port, and those that will be sent to it, are for nobody. */
  close(port: PortId): void {
    this.#update(port, this.#state(port) | closed, 0);
  }

  /** A message has been sent through a port (1), or could not be sent (-1). It waits in the other port of the channel. */
  send(port: PortId, change: 1 | -1): void {
    const other = port ^ 1;
    const isLost = ((this.#state(port) | this.#state(other)) & closed) > 0;
    if (!isLost) this.#update(other, this.#state(other), this.#queue(other) + change);
  }

  /** A message of a port is handled next. */
  take(port: PortId): void {
    const queue = this.#queue(port);
    if (queue > 0) this.#update(port, this.#state(port), queue - 1);
  }

  /** True if a message waits in a started port of a thread. */
  hasMail(thread: WorkerId): boolean {
    return load(this.#places, places.portMail + thread) > 0;
  }

  /** Calls back for each started port of this thread in which a message waits, in the order of their numbers. */
  forEachWithMail(callback: (port: PortId) => void): void {
    if (!this.hasMail(this.#thread)) return;
    const ports = min(load(this.#places, places.channels), mostChannels) * 2;
    for (let port = 0; port < ports; port += 1) {
      const isOurs = (this.#state(port) & threadBits) === this.#thread + 1;
      if (isOurs && this.#mail(port) > 0) callback(port);
    }
  }

  #state(port: PortId): number {
    return load(this.#places, places.ports + port);
  }

  #queue(port: PortId): number {
    return load(this.#places, places.portQueues + port);
  }

  /** How many messages of a port may be handled. */
  #mail(port: PortId): number {
    return (this.#state(port) & started) > 0 ? this.#queue(port) : 0;
  }

  #update(port: PortId, state: number, queue: number): void {
    this.#count(port, -1);
    store(this.#places, places.ports + port, state);
    store(this.#places, places.portQueues + port, queue);
    this.#count(port, 1);
  }

  #count(port: PortId, sign: 1 | -1): void {
    const thread = (this.#state(port) & threadBits) - 1;
    if (thread >= 0) add(this.#places, places.portMail + thread, sign * this.#mail(port));
  }
}
