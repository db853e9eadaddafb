// What a thread and its parent send each other, and how: messages of the program, and errors that nobody caught.

import type { MessageId } from "../../trace/events/events.ts";
import { apply, getOwnPropertyDescriptor, isArray } from "../engine/kept.ts";
import type { PortId } from "../shared-memory/shared-ports.ts";

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
      /** The ports that go with it, in order. Absent if there are none. */
      readonly ports?: readonly SentPort[];
    }
  /** Thread → parent. */
  | ({ readonly kind: "error" } & ErrorText);

/** A port of the program in a message. */
export interface SentPort {
  /** Its number in a run with a seed; `undefined` if its messages have no order of ours. */
  readonly port: PortId | undefined;
  /** What has come through the port and has not been handled. */
  readonly held: readonly Wire[];
}

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

const { iterator } = Symbol;
const channelPrototype = MessageChannel.prototype;
const EngineChannel = MessageChannel;
const portGetters = [
  getOwnPropertyDescriptor(channelPrototype, "port1")?.get,
  getOwnPropertyDescriptor(channelPrototype, "port2")?.get,
] as const;

/** Returns the two ports of a channel that is none of the program's. */
export function createChannel(): readonly [MessagePort, MessagePort] {
  const channel = new EngineChannel();
  const [first, second] = portGetters;
  return [apply(first as () => MessagePort, channel, []), apply(second as () => MessagePort, channel, [])];
}

/** Returns what is to be transferred as a list, so that it is read once; as it is if it is no list, for the engine to refuse. */
export function listed(transfer: Transfer): Transfer {
  const given: unknown = isOptions(transfer) ? transfer.transfer : transfer;
  if (typeof given !== "object" || given === null || isArray(given)) return given as Transfer;
  return iterator in given ? [...(given as Iterable<Transferable>)] : transfer;
}

function isOptions(transfer: Transfer): transfer is StructuredSerializeOptions {
  return typeof transfer === "object" && transfer !== null && !(iterator in transfer);
}
