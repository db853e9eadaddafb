// Keeps what is changed in a pane as its draft, and brings it back when the page is loaded again.

import { asksForPrint } from "../../screen/slide-address.ts";
import type { ChangedTexts } from "../state/changed-texts.ts";
import { type Draft, draftChange } from "../state/draft.ts";
import type { Store } from "../state/pane-store.ts";
import { loadDraft, saveDraft } from "./drafts.ts";

/** What was kept of a pane. */
export function keptDraft(pane: string): Draft {
  // A recording, which the print shows, is one of the author's text.
  return asksForPrint(location.search) ? {} : loadDraft(pane);
}

/**
 * Brings the draft back, and keeps every change from then on. If another window has changed the texts since this one read or
 * wrote them, its texts are kept beside these.
 */
export function keepDraft(pane: string, store: Store): void {
  let draft = keptDraft(pane);
  store.send({ kind: "draft", draft });
  store.listen((_, state, before) => {
    const change = draftChange(state, before);
    if (!change) return;
    const kept = loadDraft(pane);
    const other = change.files && textsElsewhere(kept.files, draft.files, change.files);
    // Another window may have kept something else meanwhile, too.
    draft = { ...draft, ...kept, ...change };
    saveDraft(pane, draft);
    if (other) store.send({ kind: "elsewhere", files: other });
  });
}

/**
 * The texts that are kept, if another window wrote them and something of them would be lost.
 * @param known what this window read or wrote last
 * @param own what this window is about to keep
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
