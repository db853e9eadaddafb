// The class `Worker` of a pane's program: starts a file of the pane as a thread, and exchanges messages with it.

import type { WorkerId } from "../../trace/events/events.ts";
import { apply } from "../engine/kept.ts";
import { addHandler, createChannel, listed, sendWire, type Transfer, type Wire } from "./wire.ts";

// Kept, because the program may replace them.
const { MessageEvent: EngineMessage, ErrorEvent: EngineError } = globalThis;
const { dispatchEvent } = EventTarget.prototype;

/** What the class needs of the run. */
export interface ThreadStarter {
  /**
   * Starts a thread.
   * @param port the thread's end of the channel to it
   * @returns its number
   * @throws an Error with a sentence if it cannot be started
   */
  readonly start: (url: string, options: WorkerOptions, port: MessagePort) => WorkerId;
  /** A message to a thread is about to be sent. Returns it as it is sent. */
  readonly send: (thread: WorkerId, data: unknown, transfer: Transfer) => Wire;
  /** The message has been sent by the method `called`; `undefined` if that was not possible. */
  readonly sent: (thread: WorkerId, wire: Wire | undefined, called: object) => void;
  /** Calls `mail` when it is time to handle what has come from a thread. */
  readonly deliver: (thread: WorkerId, mail: () => void) => void;
  /** Something has come from a thread; `undefined` if it cannot be read. Called before the program gets it. */
  readonly taking: (thread: WorkerId, wire: Wire | undefined, ports: readonly MessagePort[]) => void;
  /** Its handlers have returned. */
  readonly taken: (wire: Wire | undefined) => void;
  readonly terminate: (thread: WorkerId) => void;
}

/** Returns the class `Worker` for a program. */
export function createWorkerClass(starter: ThreadStarter): typeof Worker {
  class PaneWorker extends EventTarget {
    readonly #port: MessagePort;
    readonly #thread: WorkerId;
    #isOver = false;

    constructor(url: string | URL, options: WorkerOptions = {}) {
      super();
      const [port1, port2] = createChannel();
      this.#thread = starter.start(`${url}`, options, port2);
      this.#port = port1;
      addHandler(this, "message");
      addHandler(this, "messageerror");
      addHandler(this, "error");
      port1.onmessage = (event: MessageEvent<Wire>) => starter.deliver(this.#thread, () => this.#take(event));
      port1.onmessageerror = () =>
        starter.deliver(this.#thread, () => this.#dispatch(new EngineMessage("messageerror"), undefined));
    }

    postMessage(data: unknown, given?: Transfer): void {
      if (this.#isOver) return;
      const transfer = listed(given);
      const wire = starter.send(this.#thread, data, transfer);
      try {
        sendWire(this.#port, wire, transfer);
      } catch (error) {
        starter.sent(this.#thread, undefined, postMessage);
        throw error;
      }
      starter.sent(this.#thread, wire, postMessage);
    }

    /** The port stays open, because messages on their way are counted until they come. */
    terminate(): void {
      if (this.#isOver) return;
      this.#isOver = true;
      starter.terminate(this.#thread);
    }

    get [Symbol.toStringTag](): string {
      return "Worker";
    }

    #take({ data: wire, ports }: MessageEvent<Wire>): void {
      const event =
        wire.kind === "message"
          ? new EngineMessage("message", { data: wire.data, ports: ports as MessagePort[] })
          : new EngineError("error", { ...wire, cancelable: true });
      this.#dispatch(event, wire, ports);
    }

    #dispatch(event: Event, wire: Wire | undefined, ports: readonly MessagePort[] = []): void {
      const heard = this.#isOver ? undefined : wire;
      starter.taking(this.#thread, heard, ports);
      if (!this.#isOver) apply(dispatchEvent, this, [event]);
      starter.taken(heard);
    }
  }
  const { postMessage } = PaneWorker.prototype;
  Object.defineProperty(PaneWorker, "name", { value: "Worker", configurable: true });
  return PaneWorker as unknown as typeof Worker;
}
