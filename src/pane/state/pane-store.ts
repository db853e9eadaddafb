// The store of one pane: holds its state, applies events in order, and tells listeners.

import { next } from "./next.ts";
import type { PaneEvent } from "./pane-event.ts";
import type { PaneState } from "./pane-state.ts";

/** Called after each event, with the states after and before it. */
export type Listener = (event: PaneEvent, state: PaneState, before: PaneState) => void;

/** A pane's store as views and effects see it. */
export interface Store {
  readonly state: PaneState;
  /** Sends an event: what a person does, or what followed. */
  readonly send: (event: PaneEvent) => void;
  /** @returns a function that removes the listener; the function returns false if that was done before */
  readonly listen: (listener: Listener) => () => boolean;
}

export class PaneStore implements Store {
  #state: PaneState;
  readonly #listeners = new Set<Listener>();
  readonly #queue: PaneEvent[] = [];
  #isTelling = false;

  constructor(state: PaneState) {
    this.#state = state;
  }

  get state(): PaneState {
    return this.#state;
  }

  readonly listen = (listener: Listener): (() => boolean) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Applies the event to the state, then tells all listeners. An event that a listener sends is queued until all
   * listeners have heard the present one, so that all of them hear the same events in the same order.
   */
  readonly send = (event: PaneEvent): void => {
    this.#queue.push(event);
    if (this.#isTelling) return;
    this.#isTelling = true;
    const failures: unknown[] = [];
    for (let first = this.#queue.shift(); first; first = this.#queue.shift()) this.#take(first, failures);
    this.#isTelling = false;
    // Thrown last: all listeners have heard all events, even if one of them failed.
    if (failures.length > 0) throw failures[0];
  };

  #take(event: PaneEvent, failures: unknown[]): void {
    try {
      const before = this.#state;
      this.#state = next(before, event);
      for (const listener of this.#listeners) tell(listener, [event, this.#state, before], failures);
    } catch (error) {
      failures.push(error);
    }
  }
}

function tell(listener: Listener, heard: Parameters<Listener>, failures: unknown[]): void {
  try {
    listener(...heard);
  } catch (error) {
    failures.push(error);
  }
}

/** The same store for the views of a mirror: events that they send go elsewhere, and come back if they had an effect. */
export function steered(store: Store, send: Store["send"]): Store {
  return {
    get state() {
      return store.state;
    },
    send,
    listen: store.listen,
  };
}
