// What the global scope of a thread has besides that of the program's first thread: name, messages of its parent, close().

import { define } from "../engine/define.ts";
import { addHandler, sendWire, type Transfer, type Wire } from "./wire.ts";

export interface ThreadScopeOptions {
  readonly name: string;
  /** The port to the thread's parent. */
  readonly port: MessagePort;
  /** A message is on its way to the parent; false: it has not been sent after all. */
  readonly sending: (isSent: boolean) => void;
  /** A message of the parent has come. Called before the program gets it. */
  readonly taking: () => void;
  /** The program has taken a message. */
  readonly taken: () => void;
  /** The program has called close(). */
  readonly close: () => void;
}

/** Completes the global scope. Messages come once `port.start()` is called. */
export function openThreadScope({ name, port, ...told }: ThreadScopeOptions): void {
  const { dispatchEvent } = EventTarget.prototype;
  const take = (event: Event) => {
    told.taking();
    Reflect.apply(dispatchEvent, self, [event]);
    told.taken();
  };
  const scope = {
    postMessage(data: unknown, transfer?: Transfer): void {
      told.sending(true);
      try {
        sendWire(port, { kind: "message", data }, transfer);
      } catch (error) {
        told.sending(false);
        throw error;
      }
    },
    close(): void {
      port.close();
      told.close();
    },
  };
  define(self, "name", name);
  define(self, "postMessage", scope.postMessage);
  define(self, "close", scope.close);
  for (const kind of ["message", "messageerror"]) addHandler(self, kind);
  port.addEventListener("message", ({ data: wire, ports }: MessageEvent<Wire>) => {
    if (wire.kind === "message") take(new MessageEvent("message", { data: wire.data, ports: [...ports] }));
  });
  port.addEventListener("messageerror", () => take(new MessageEvent("messageerror")));
}
