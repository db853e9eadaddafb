// Tells the desk what happens in the panes that it shows, and does there what the speaker does in the desk.

import type { LivePane } from "../../pane/live-pane.ts";
import type { PaneEvent } from "../../pane/state/pane-event.ts";
import type { FromDeck, FromDesk } from "../link/message.ts";

type SentDeed = Extract<FromDesk, { readonly kind: "deed" }>;

/** Events after which the code has other lines. */
const recoloured: readonly PaneEvent["kind"][] = ["state", "text", "reset", "swap-texts", "draft"];

/** In milliseconds. Colours come after the text, so that they hold up no key. */
const typingPause = 120;

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
    for (const id of ids) {
      const pane = this.#ends.has(id) ? undefined : this.#pane(id);
      if (pane) this.#ends.set(id, this.#listen(pane));
    }
  }

  /** @returns a function that ends the reports */
  #listen(pane: LivePane): () => void {
    const { id } = pane;
    let later: ReturnType<typeof setTimeout> | undefined;
    const end = pane.listen((event) => {
      this.#send({ kind: "pane", pane: id, event });
      if (!recoloured.includes(event.kind)) return;
      clearTimeout(later);
      later = setTimeout(() => this.#tellColours(pane), typingPause);
    });
    return () => {
      clearTimeout(later);
      end();
    };
  }

  #tellColours(pane: LivePane): void {
    this.#send({
      kind: "colours",
      pane: pane.id,
      lines: [...pane.files.keys()].flatMap((file) => pane.colours(file)),
    });
  }

  take({ pane, event, number }: SentDeed): void {
    this.#pane(pane)?.follow(event);
    this.#send({ kind: "done", pane, number });
  }
}
