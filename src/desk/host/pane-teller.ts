// Tells the desk what happens in the panes that it shows, and does there what the speaker does in the desk.

import type { LivePane } from "../../pane/live-pane.ts";
import type { FromDeck, FromDesk } from "../link/message.ts";

type SentDeed = Extract<FromDesk, { readonly kind: "deed" }>;

export class PaneTeller {
  readonly #pane: (id: string) => LivePane | undefined;
  readonly #send: (message: FromDeck) => void;
  /** What ends the reports of each pane, by its id. */
  readonly #ends = new Map<string, () => void>();

  /** @param pane finds a pane of the deck by its id */
  constructor(pane: (id: string) => LivePane | undefined, send: (message: FromDeck) => void) {
    this.#pane = pane;
    this.#send = send;
  }

  /** Reports from these panes only. A pane that was not watched before reports its whole state first. */
  watch(ids: readonly string[]): void {
    for (const [id, end] of this.#ends) {
      if (ids.includes(id)) continue;
      end();
      this.#ends.delete(id);
    }
    for (const pane of ids) {
      const end = this.#ends.has(pane)
        ? undefined
        : this.#pane(pane)?.listen((event) => this.#send({ kind: "pane", pane, event }));
      if (end) this.#ends.set(pane, end);
    }
  }

  take({ pane, event, number }: SentDeed): void {
    this.#pane(pane)?.follow(event);
    this.#send({ kind: "done", pane, number });
  }
}
