// What a thread and its parent send each other, and how: messages of the program, and errors that nobody caught.

import type { MessageId } from "../../trace/events/events.ts";
import { apply } from "../engine/kept.ts";

// Kept: the background watches the prototype's method, and the program may replace it.
const { postMessage: send } = MessagePort.prototype;

/** Parent ↔ thread. */
export type Wire =
  | {
      readonly kind: "message";
      readonly data: unknown;
      /** `undefined` if the trace does not have the message. */
      readonly message: MessageId | undefined;
      /** The numbers of the shared buffers in `data`, in the order in which they are found. */
      readonly memories: readonly number[] | undefined;
    }
  /** Thread → parent. */
  | ({ readonly kind: "error" } & ErrorText);

/** An error as the parent of a thread gets it: without the error itself, as in a browser. */
export interface ErrorText {
  readonly message: string;
  readonly filename: string;
  readonly lineno: number;
  readonly colno: number;
}

/** What `postMessage` can be given besides the message. */
export type Transfer = Transferable[] | StructuredSerializeOptions | undefined;

/** Sends to the other side. @throws what the browser's `postMessage` throws, for example a DataCloneError */
export function sendWire(port: MessagePort, wire: Wire, transfer?: Transfer): void {
  apply(send, port, transfer === undefined ? [wire] : [wire, transfer]);
}

const { addEventListener: listenTo } = EventTarget.prototype;

/** Gives an object an event handler property, for example `onmessage`. */
export function addHandler(target: EventTarget, kind: string, owner: object = target): void {
  let handler: unknown = null;
  const listen = (event: Event) => {
    if (typeof handler === "function") apply(handler, target, [event]);
  };
  let isHeard = false;
  Object.defineProperty(owner, `on${kind}`, {
    get: () => handler,
    set: (given: unknown) => {
      handler = typeof given === "function" || typeof given === "object" ? given : null;
      if (!isHeard) apply(listenTo, target, [kind, listen]);
      isHeard = true;
    },
    enumerable: true,
    configurable: true,
  });
}
