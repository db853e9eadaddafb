// Replaces the methods of the program's message ports, and catches what comes through a port before the program does.

import { apply, defineProperty, getOwnPropertyDescriptor } from "../engine/kept.ts";
import { listed, type Transfer, type Wire } from "./wire.ts";

// Kept, because the program may replace them.
const { MessageEvent: EngineMessage } = globalThis;
const { addEventListener, dispatchEvent } = EventTarget.prototype;
const { stopImmediatePropagation } = Event.prototype;
const portPrototype = MessagePort.prototype;
const channelPrototype = MessageChannel.prototype;

/** What has come through a port. `wire` is `undefined` if it cannot be read. */
export interface Come {
  readonly type: "message" | "messageerror";
  readonly wire: Wire | undefined;
  readonly ports: readonly MessagePort[];
}

/** What is done with the ports of the program. */
export interface PortHooks {
  /** The program reads the ports of a channel that it has made. Called at each read. */
  readonly made: (first: MessagePort, second: MessagePort) => void;
  /** The messages of a port come from now on. */
  readonly started: (port: MessagePort) => void;
  readonly closed: (port: MessagePort) => void;
  /**
   * The program sends a message through a port.
   * @param send sends it; throws what the browser's `postMessage` throws
   * @param called the method that the program has called
   */
  readonly post: (
    port: MessagePort,
    data: unknown,
    transfer: Transfer,
    send: (wire: Wire) => void,
    called: object,
  ) => void;
}

/** Replaces the methods of all ports. */
export function watchPorts(hooks: PortHooks): void {
  watchChannels(hooks);
  watchPosts(hooks);
  const { start, close } = portPrototype;
  const methods = {
    start(this: MessagePort) {
      apply(start, this, []);
      hooks.started(this);
    },
    close(this: MessagePort) {
      apply(close, this, []);
      hooks.closed(this);
    },
  };
  replace("start", methods.start);
  replace("close", methods.close);
  watchHandler(hooks);
}

/** A program gets the ports that it makes from these getters only. */
function watchChannels(hooks: PortHooks): void {
  const first = getOwnPropertyDescriptor(channelPrototype, "port1");
  const second = getOwnPropertyDescriptor(channelPrototype, "port2");
  const [getFirst, getSecond] = [first?.get, second?.get];
  if (!first || !second || !getFirst || !getSecond) return;
  const getters = {
    get port1(): MessagePort {
      const [one, two]: MessagePort[] = [apply(getFirst, this, []), apply(getSecond, this, [])];
      if (one && two) hooks.made(one, two);
      return one as MessagePort;
    },
    get port2(): MessagePort {
      const [one, two]: MessagePort[] = [apply(getFirst, this, []), apply(getSecond, this, [])];
      if (one && two) hooks.made(one, two);
      return two as MessagePort;
    },
  };
  for (const name of ["port1", "port2"] as const) {
    const get = getOwnPropertyDescriptor(getters, name)?.get;
    if (get) defineProperty(channelPrototype, name, { ...first, get });
  }
}

function watchPosts(hooks: PortHooks): void {
  const { postMessage: send } = portPrototype;
  const { postMessage } = {
    postMessage(this: MessagePort, ...given: [data?: unknown, transfer?: Transfer]): void {
      // The engine refuses it.
      if (given.length === 0 || !(this instanceof Port)) return void apply(send, this, given);
      const transfer = listed(given[1]);
      const sendWire = (wire: Wire) =>
        void apply(send, this, transfer === undefined ? [wire] : [wire, transfer]);
      hooks.post(this, given[0], transfer, sendWire, postMessage);
    },
  };
  replace("postMessage", postMessage);
}

/** A port is started as well by a handler. See https://html.spec.whatwg.org/#handler-messageport-onmessage */
function watchHandler(hooks: PortHooks): void {
  const handler = getOwnPropertyDescriptor(portPrototype, "onmessage");
  const setHandler = handler?.set;
  if (!handler || !setHandler) return;
  const { set } = getOwnPropertyDescriptor(
    {
      set onmessage(given: unknown) {
        apply(setHandler, this, [given]);
        hooks.started(this as unknown as MessagePort);
      },
    },
    "onmessage",
  ) as PropertyDescriptor;
  if (set) defineProperty(portPrototype, "onmessage", { ...handler, set });
}

const Port = MessagePort;

function replace(name: "start" | "close" | "postMessage", method: (...given: never) => void): void {
  const { length } = portPrototype[name];
  defineProperty(method, "length", { value: length, configurable: true });
  const { enumerable = false } = getOwnPropertyDescriptor(portPrototype, name) ?? {};
  defineProperty(portPrototype, name, { value: method, writable: true, enumerable, configurable: true });
}

/** Catches what comes through a port: no listener of the program gets it. Call it before the program has the port. */
export function listenToPort(port: MessagePort, onCome: (come: Come) => void): void {
  const listen = (event: MessageEvent<Wire>) => {
    const { isTrusted, type, data: wire, ports } = event;
    if (!isTrusted) return;
    apply(stopImmediatePropagation, event, []);
    onCome(type === "message" ? { type, wire, ports } : { type: "messageerror", wire: undefined, ports });
  };
  // Capturing: it is called before all others, and the port is not started by it.
  apply(addEventListener, port, ["message", listen, true]);
  apply(addEventListener, port, ["messageerror", listen, true]);
}

/** Gives the program what has come. */
export function dispatchCome(port: MessagePort, { type, wire, ports }: Come): void {
  const data = wire?.kind === "message" ? wire.data : null;
  apply(dispatchEvent, port, [new EngineMessage(type, { data, ports: ports as MessagePort[] })]);
}
