// The ports of the program in one thread of a run with several: records their messages, and puts them in order in a run with a seed.

import { isArray, KeptMap, KeptSet, KeptWeakMap, type List, list, push, toArray } from "../engine/kept.ts";
import type { PortId, SharedPorts } from "../shared-memory/shared-ports.ts";
import { type Come, dispatchCome, listenToPort, type PortHooks, watchPorts } from "./port-methods.ts";
import type { ThreadMessages } from "./thread-messages.ts";
import { senderOf, type ThreadTurns } from "./thread-turns.ts";
import type { SentPort, Transfer, Wire } from "./wire.ts";

export interface ThreadPortsOptions {
  readonly messages: ThreadMessages;
  /** Only for a run with a seed. */
  readonly order: { readonly turns: ThreadTurns; readonly shared: SharedPorts } | undefined;
  /** Called before the program gets a message. */
  readonly onTake: () => void;
  /** Called when the program has taken a message. */
  readonly onTaken: () => void;
}

/** A port of the program in this thread. */
interface OwnPort {
  /** `undefined` if its messages have no order of ours. */
  readonly id: PortId | undefined;
  /** What has come and has not been handled: only in a run with a seed. */
  readonly held: KeptSet<Wire>;
}

const Port = MessagePort;

/** The ports that one thread has. */
export class ThreadPorts implements PortHooks {
  readonly #options: ThreadPortsOptions;
  readonly #own = new KeptWeakMap<MessagePort, OwnPort>();
  readonly #byId = new KeptMap<PortId, OwnPort>();

  constructor(options: ThreadPortsOptions) {
    this.#options = options;
  }

  /** Replaces the methods of ports. To be called once, before the program runs. */
  watch(): void {
    watchPorts(this);
  }

  made(first: MessagePort, second: MessagePort): void {
    if (this.#own.has(first)) return;
    const id = this.#options.order?.shared.newChannel();
    this.#add(first, id);
    this.#add(second, id === undefined ? undefined : id + 1);
  }

  started(port: MessagePort): void {
    const id = this.#own.get(port)?.id;
    if (id !== undefined) this.#options.order?.shared.start(id);
  }

  closed(port: MessagePort): void {
    const id = this.#own.get(port)?.id;
    if (id !== undefined) this.#options.order?.shared.close(id);
  }

  post(
    port: MessagePort,
    data: unknown,
    transfer: Transfer,
    send: (wire: Wire) => void,
    called: object,
  ): void {
    const { messages } = this.#options;
    const wire = messages.wrap(undefined, data, this.going(transfer));
    this.#count(port, 1);
    try {
      send(wire);
    } catch (error) {
      this.#count(port, -1);
      messages.sent(undefined, undefined, called);
      throw error;
    }
    this.gone(wire);
    messages.sent(undefined, wire, called);
  }

  /** Returns the ports that are about to be sent with a message. */
  going(transfer: Transfer): readonly SentPort[] {
    const ports: List<SentPort> = list();
    if (!isArray(transfer)) return toArray(ports);
    for (let index = 0; index < transfer.length; index += 1) {
      const given: unknown = transfer[index];
      if (!(given instanceof Port)) continue;
      const own = this.#own.get(given);
      push(ports, { port: own?.id, held: itemsOf(own?.held) });
    }
    return toArray(ports);
  }

  /** A message has been sent, and its ports with it. */
  gone(wire: Wire): void {
    const ports = wire.kind === "message" ? wire.ports : undefined;
    for (let index = 0; ports && index < ports.length; index += 1) {
      const id = ports[index]?.port;
      if (id === undefined) continue;
      this.#options.order?.shared.leave(id);
      // It has gone with the port, which may come back.
      this.#byId.get(id)?.held.clear();
    }
  }

  /** A message has come to the program with these ports. */
  come(wire: Wire, ports: readonly MessagePort[]): void {
    if (wire.kind !== "message") return;
    for (let index = 0; index < ports.length; index += 1) {
      const port = ports[index];
      const sent = wire.ports?.[index];
      if (port) this.#enter(port, sent);
    }
  }

  #enter(port: MessagePort, sent: SentPort | undefined): void {
    const id = sent?.port;
    if (id !== undefined) this.#options.order?.shared.enter(id);
    this.#add(port, id);
    for (let index = 0; sent && index < sent.held.length; index += 1) {
      const wire = sent.held[index];
      if (wire) this.#deliver(port, { type: "message", wire, ports: [] });
    }
  }

  #add(port: MessagePort, id: PortId | undefined): void {
    const own = { id, held: new KeptSet<Wire>() };
    this.#own.set(port, own);
    if (id !== undefined) this.#byId.set(id, own);
    listenToPort(port, (come) => this.#deliver(port, come));
  }

  /** Hands a message over when it is its turn. */
  #deliver(port: MessagePort, come: Come): void {
    const { order } = this.#options;
    const own = this.#own.get(port);
    const id = own?.id;
    if (!order || !own || id === undefined) {
      this.#handle(port, come);
      return;
    }
    if (come.wire) own.held.add(come.wire);
    order.turns.deliver(senderOf(id), () => {
      if (come.wire && !own.held.delete(come.wire)) return;
      order.shared.take(id);
      this.#handle(port, come);
    });
  }

  #handle(port: MessagePort, come: Come): void {
    const { messages, onTake, onTaken } = this.#options;
    onTake();
    messages.take(undefined, come.wire);
    if (come.wire) this.come(come.wire, come.ports);
    dispatchCome(port, come);
    messages.handled(come.wire);
    onTaken();
  }

  #count(port: MessagePort, change: 1 | -1): void {
    const id = this.#own.get(port)?.id;
    if (id !== undefined) this.#options.order?.shared.send(id, change);
  }
}

function itemsOf(wires: KeptSet<Wire> | undefined): readonly Wire[] {
  const items: List<Wire> = list();
  wires?.forEach((wire) => {
    push(items, wire);
  });
  return toArray(items);
}
