// Holds the state of one pane, takes events one after the other, and tells who listens.

import { next } from "./next.ts";
import type { PaneEvent } from "./pane-event.ts";
import type { PaneState } from "./pane-state.ts";

/** Hears of an event when the state has changed by it. */
export type Listener = (event: PaneEvent, state: PaneState, before: PaneState) => void;

/** What views and effects are given of a pane. */
export interface Store {
  readonly state: PaneState;
  /** Tells what a person does, or what has come of it. */
  readonly send: (event: PaneEvent) => void;
  /** @returns ends the listening */
  readonly listen: (listener: Listener) => () => void;
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

  readonly listen = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Changes the state by the event, then tells all listeners of it. What a listener sends waits until all have heard
   * of the event before: so all of them hear the same events in the same order.
   */
  readonly send = (event: PaneEvent): void => {
    this.#queue.push(event);
    if (this.#isTelling) return;
    this.#isTelling = true;
    const failures: unknown[] = [];
    for (let first = this.#queue.shift(); first; first = this.#queue.shift()) this.#take(first, failures);
    this.#isTelling = false;
    // Everybody has heard of everything, also where one of them failed.
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

/** The same for views that only show it: what is done in them changes nothing. */
export function readOnly(store: Store): Store {
  return {
    get state() {
      return store.state;
    },
    send: () => undefined,
    listen: store.listen,
  };
}
