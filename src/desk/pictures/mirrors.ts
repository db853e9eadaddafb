// The mirrors of the deck's panes in the present picture: they hear what happens in the deck, and hand on what the
// speaker does.

import type { LivePane } from "../../pane/live-pane.ts";
import type { PaneEvent } from "../../pane/state/pane-event.ts";
import type { FromDeck, FromDesk } from "../link/message.ts";

type FromPane = Extract<FromDeck, { readonly kind: "pane" | "colours" | "done" }>;

/** Deeds that show at once, without the way to the deck and back: what somebody types. */
const typed: readonly PaneEvent["kind"][] = ["prompt-text", "text"];

/** A pane that mirrors one of the deck's. */
export type MirrorPane = Pick<LivePane, "id" | "steer" | "follow" | "colour">;

export class Mirrors {
  readonly #send: (message: FromDesk) => void;
  readonly #onChange: () => void;
  #mirrors: readonly Mirror[] = [];
  #number = 0;

  /** @param onChange called after each event that a pane has heard */
  constructor(send: (message: FromDesk) => void, onChange: () => void) {
    this.#send = send;
    this.#onChange = onChange;
  }

  /** Shows the deck's panes in these ones from now on. */
  watch(panes: readonly MirrorPane[]): void {
    this.#mirrors = panes.map((pane) => new Mirror(pane, (event) => this.#hand(pane.id, event)));
    this.ask();
  }

  /** Asks the deck for the panes' states, for example after a reload of the deck. */
  ask(): void {
    this.#send({ kind: "watch", panes: [] });
    this.#send({ kind: "watch", panes: this.#mirrors.map(({ id }) => id) });
  }

  hear(message: FromPane): void {
    const mirror = this.#mirrors.find(({ id }) => id === message.pane);
    if (message.kind === "pane") mirror?.hear(message.event);
    else if (message.kind === "colours") mirror?.colour(message.lines);
    else mirror?.settle(message.number);
    this.#onChange();
  }

  #hand(pane: string, event: PaneEvent): number {
    this.#number += 1;
    this.#send({ kind: "deed", pane, event, number: this.#number });
    return this.#number;
  }
}

/** One mirror. What is typed shows at once, and what the deck says of the same text waits until it knows it. */
class Mirror {
  readonly #pane: MirrorPane;
  /** The number of the last typed deed that the deck has not answered yet. */
  #pending: number | undefined;
  /** The deck's newest text of the prompt and of each file, if it waits. */
  readonly #waiting = new Map<string, PaneEvent>();

  constructor(pane: MirrorPane, hand: (event: PaneEvent) => number) {
    this.#pane = pane;
    pane.steer((event) => {
      const isTyped = typed.includes(event.kind);
      const number = hand(event);
      if (!isTyped) return;
      this.#pending = number;
      pane.follow(event);
    });
  }

  get id(): string {
    return this.#pane.id;
  }

  hear(event: PaneEvent): void {
    // After the whole state nobody owes an answer to what was typed before: the deck was loaded anew.
    if (event.kind === "state") {
      this.#pending = undefined;
      this.#waiting.clear();
    }
    if (this.#pending === undefined || !typed.includes(event.kind)) this.#pane.follow(event);
    else this.#waiting.set(event.kind === "text" ? `in ${event.file}` : event.kind, event);
  }

  colour(lines: Parameters<MirrorPane["colour"]>[0]): void {
    this.#pane.colour(lines);
  }

  /** The deck has done all deeds up to this number. */
  settle(number: number): void {
    if (this.#pending === undefined || number < this.#pending) return;
    this.#pending = undefined;
    for (const event of this.#waiting.values()) this.#pane.follow(event);
    this.#waiting.clear();
  }
}
