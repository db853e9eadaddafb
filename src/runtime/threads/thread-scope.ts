// What the global scope of a thread has besides that of the program's first thread: name, messages of its parent, close().

import { define } from "../engine/define.ts";
import { apply } from "../engine/kept.ts";
import { addHandler, listed, sendWire, type Transfer, type Wire } from "./wire.ts";

export interface ThreadScopeOptions {
  readonly name: string;
  /** The port to the thread's parent. */
  readonly port: MessagePort;
  /** A message to the parent is about to be sent. Returns it as it is sent. */
  readonly send: (data: unknown, transfer: Transfer) => Wire;
  /** The message has been sent by the method `called`; `undefined` if that was not possible. */
  readonly sent: (wire: Wire | undefined, called: object) => void;
  /** Calls `mail` when it is time to handle what has come. */
  readonly deliver: (mail: () => void) => void;
  /** Something has come from the parent; `undefined` if it cannot be read. Called before the program gets it. */
  readonly taking: (wire: Wire | undefined, ports: readonly MessagePort[]) => void;
  /** Its handlers have returned. */
  readonly taken: (wire: Wire | undefined) => void;
  /** The program has called close(). */
  readonly close: () => void;
}

// Kept, because the program may replace them.
const { MessageEvent: EngineMessage } = globalThis;
const { dispatchEvent } = EventTarget.prototype;

/** Completes the global scope. Messages come once `port.start()` is called. */
export function openThreadScope({ name, port, ...told }: ThreadScopeOptions): void {
  let isClosed = false;
  const take = (event: MessageEvent, wire: Wire | undefined) => {
    const heard = isClosed ? undefined : wire;
    told.taking(heard, event.ports);
    if (!isClosed) apply(dispatchEvent, self, [event]);
    told.taken(heard);
  };
  const scope = {
    postMessage(data: unknown, given?: Transfer): void {
      const transfer = listed(given);
      const wire = told.send(data, transfer);
      try {
        sendWire(port, wire, transfer);
      } catch (error) {
        told.sent(undefined, postMessage);
        throw error;
      }
      told.sent(wire, postMessage);
    },
    /** The port stays open, because messages on their way are counted until they come. */
    close(): void {
      if (isClosed) return;
      isClosed = true;
      told.close();
    },
  };
  const { postMessage } = scope;
  define(self, "name", name);
  define(self, "postMessage", scope.postMessage);
  define(self, "close", scope.close);
  addHandler(self, "message");
  addHandler(self, "messageerror");
  port.addEventListener("message", ({ data: wire, ports }: MessageEvent<Wire>) => {
    if (wire.kind !== "message") return;
    const init = { data: wire.data, ports: ports as MessagePort[] };
    told.deliver(() => take(new EngineMessage("message", init), wire));
  });
  port.addEventListener("messageerror", () =>
    told.deliver(() => take(new EngineMessage("messageerror"), undefined)),
  );
}
