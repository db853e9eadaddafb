// The draft of one pane: what the audience had changed in it when it was composed, and what it changes from then on.

import { asksForPrint } from "../../screen/slide-address.ts";
import { type Draft, loadDraft, saveDraft } from "./drafts.ts";

export class PaneDraft {
  readonly #pane: string;
  #draft: Draft;

  /** @param pane its id */
  constructor(pane: string) {
    this.#pane = pane;
    // A recording, which the print shows, is one of the author's text.
    this.#draft = asksForPrint(location.search) ? {} : loadDraft(pane);
  }

  /** All that is kept now. */
  get current(): Draft {
    return this.#draft;
  }

  keep(change: Draft): void {
    // Another window may have kept something meanwhile.
    this.#draft = { ...this.#draft, ...loadDraft(this.#pane), ...change };
    saveDraft(this.#pane, this.#draft);
  }
}
