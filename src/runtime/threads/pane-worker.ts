// The class `Worker` of a pane's program: starts a file of the pane as a thread, and exchanges messages with it.

import type { WorkerId } from "../../trace/events/events.ts";
import { addHandler, sendWire, type Transfer, type Wire } from "./wire.ts";

/** What the class needs of the run. */
export interface ThreadStarter {
  /**
   * Starts a thread.
   * @param port the thread's end of the channel to it
   * @returns its number
   * @throws an Error with a sentence if it cannot be started
   */
  readonly start: (url: string, options: WorkerOptions, port: MessagePort) => WorkerId;
  /** A message is on its way to a thread; false: it has not been sent after all. */
  readonly sending: (thread: WorkerId, isSent: boolean) => void;
  /** A message of a thread has come. Called before the program gets it. */
  readonly taking: () => void;
  /** The program has taken a message. */
  readonly taken: () => void;
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
      const { port1, port2 } = new MessageChannel();
      this.#thread = starter.start(`${url}`, options, port2);
      this.#port = port1;
      for (const kind of ["message", "messageerror", "error"]) addHandler(this, kind);
      port1.onmessage = (event: MessageEvent<Wire>) => this.#take(event);
      port1.onmessageerror = () => this.#dispatch(new MessageEvent("messageerror"));
    }

    postMessage(data: unknown, transfer?: Transfer): void {
      if (this.#isOver) return;
      starter.sending(this.#thread, true);
      try {
        sendWire(this.#port, { kind: "message", data }, transfer);
      } catch (error) {
        starter.sending(this.#thread, false);
        throw error;
      }
    }

    terminate(): void {
      if (this.#isOver) return;
      this.#isOver = true;
      this.#port.close();
      starter.terminate(this.#thread);
    }

    get [Symbol.toStringTag](): string {
      return "Worker";
    }

    #take({ data: wire, ports }: MessageEvent<Wire>): void {
      if (wire.kind === "message")
        this.#dispatch(new MessageEvent("message", { data: wire.data, ports: [...ports] }));
      else this.#dispatch(new ErrorEvent("error", { ...wire, cancelable: true }));
    }

    #dispatch(event: Event): void {
      starter.taking();
      if (!this.#isOver) this.dispatchEvent(event);
      starter.taken();
    }
  }
  Object.defineProperty(PaneWorker, "name", { value: "Worker", configurable: true });
  return PaneWorker as unknown as typeof Worker;
}
