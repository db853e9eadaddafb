// Holds the state of pointing and drawing, and tells views and other windows of every change.

import type { InkEvent, InkState } from "./ink-event.ts";
import { next, noInk } from "./ink-state.ts";

type Hear = (event: InkEvent, state: InkState) => void;

export class InkStore {
  readonly #listeners = new Set<Hear>();
  readonly #pass: ((event: InkEvent) => void) | undefined;
  #state: InkState;

  /**
   * @param state the first state
   * @param pass for a window that only follows another one: takes what is sent here to that window, which tells it
   * back. Without it, the state changes at once.
   */
  constructor(state: InkState = noInk, pass?: (event: InkEvent) => void) {
    this.#state = state;
    this.#pass = pass;
  }

  get state(): InkState {
    return this.#state;
  }

  /** Something that a person does in this window. */
  send(event: InkEvent): void {
    if (this.#pass) this.#pass(event);
    else this.follow(event);
  }

  /** Applies an event, and tells it if it has changed anything. */
  follow(event: InkEvent): void {
    const before = this.#state;
    this.#state = next(before, event);
    if (this.#state !== before) for (const hear of this.#listeners) hear(event, this.#state);
  }

  /** Calls `hear` after each change. Returns a function that ends that. */
  listen(hear: Hear): () => void {
    this.#listeners.add(hear);
    return () => void this.#listeners.delete(hear);
  }

  /** Like `listen`, for another window: the first event is the whole state, and it comes at once. */
  tell(hear: (event: InkEvent) => void): () => void {
    hear({ kind: "ink", ink: this.#state });
    return this.listen((event) => hear(event));
  }
}
