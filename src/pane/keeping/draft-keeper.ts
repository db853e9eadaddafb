// Keeps what is changed in a pane as its draft, and brings it back when the page is loaded again.

import { asksForPrint } from "../../screen/slide-address.ts";
import { type Draft, draftChange } from "../state/draft.ts";
import type { Store } from "../state/pane-store.ts";
import { loadDraft, saveDraft } from "./drafts.ts";

/** What was kept of a pane. */
export function keptDraft(pane: string): Draft {
  // A recording, which the print shows, is one of the author's text.
  return asksForPrint(location.search) ? {} : loadDraft(pane);
}

/** Brings the draft back, and keeps every change from then on. */
export function keepDraft(pane: string, store: Store): void {
  let draft = keptDraft(pane);
  store.send({ kind: "draft", draft });
  store.listen((_, state, before) => {
    const change = draftChange(state, before);
    if (!change) return;
    // Another window may have kept something meanwhile.
    draft = { ...draft, ...loadDraft(pane), ...change };
    saveDraft(pane, draft);
  });
}
