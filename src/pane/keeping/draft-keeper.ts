// Stores the changes in a pane as its draft, and restores them when the page is loaded again.

import { asksForPrint } from "../../screen/slide-address.ts";
import type { ChangedTexts } from "../state/changed-texts.ts";
import { type Draft, draftChange } from "../state/draft.ts";
import type { Store } from "../state/pane-store.ts";
import { loadDraft, saveDraft } from "./drafts.ts";

/** The stored draft of a pane. Empty in print. */
export function keptDraft(pane: string): Draft {
  // The print shows a recording, which is of the author's text.
  return asksForPrint(location.search) ? {} : loadDraft(pane);
}

/**
 * Restores the draft, and stores every change from then on. If another window has changed the texts since this window
 * last read or wrote them, that window's texts are kept, too.
 */
export function keepDraft(pane: string, store: Store): void {
  let draft = keptDraft(pane);
  store.send({ kind: "draft", draft });
  store.listen((_, state, before) => {
    const change = draftChange(state, before);
    if (!change) return;
    const kept = loadDraft(pane);
    const other = change.files && textsElsewhere(kept.files, draft.files, change.files);
    // Another window may have stored other parts of the draft in the meantime.
    draft = { ...draft, ...kept, ...change };
    saveDraft(pane, draft);
    if (other) store.send({ kind: "elsewhere", files: other });
  });
}

/**
 * Returns the stored texts if another window wrote them and storing this window's texts would lose them.
 * @param known the texts that this window read or wrote last
 * @param own the texts that this window is about to store
 */
function textsElsewhere(
  kept: ChangedTexts = {},
  known: ChangedTexts = {},
  own: ChangedTexts = {},
): ChangedTexts | undefined {
  const text = JSON.stringify(kept);
  const isForeign = text !== JSON.stringify(known) && text !== JSON.stringify(own);
  return isForeign && Object.keys(kept).length > 0 ? kept : undefined;
}
