// Stores the changes in a pane as its draft, and restores them when the page is loaded again.

import { asksForPrint } from "../../screen/slide-address.ts";
import type { ChangedTexts } from "../state/changed-texts.ts";
import { type Draft, draftChange } from "../state/draft.ts";
import type { Store } from "../state/pane-store.ts";
import { loadDraft, saveDraft } from "./drafts.ts";

/** In milliseconds: how long a typed text may wait. Storing it at each key would take a part of the key's frame. */
const longestWait = 250;

/** The stored draft of a pane. Empty in print. */
export function keptDraft(pane: string): Draft {
  // The print shows a recording, which is of the author's text.
  return asksForPrint(location.search) ? {} : loadDraft(pane);
}

/**
 * Restores the draft, and stores every change from then on. If another window has changed the texts since this window
 * last read or wrote them, that window's texts are kept, too.
 * @param end signalled when the pane is put away
 */
export function keepDraft(pane: string, store: Store, end: AbortSignal): void {
  const keeper = new DraftKeeper(pane, store);
  const save = () => keeper.save();
  // A phone may end a hidden page without telling it.
  for (const leave of ["pagehide", "blur", "visibilitychange"])
    addEventListener(leave, save, { signal: end });
  end.addEventListener("abort", save);
}

class DraftKeeper {
  readonly #pane: string;
  readonly #store: Store;
  /** What this window read or wrote last. */
  #draft: Draft;
  #unsaved: Draft | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(pane: string, store: Store) {
    this.#pane = pane;
    this.#store = store;
    this.#draft = keptDraft(pane);
    store.send({ kind: "draft", draft: this.#draft });
    store.listen(({ kind }, state, before) => {
      const change = draftChange(state, before);
      if (!change) return;
      this.#unsaved = { ...this.#unsaved, ...change };
      if (kind !== "text") this.save();
      else this.#timer ??= setTimeout(() => this.save(), longestWait);
    });
  }

  /** Stores what has not been stored yet. */
  save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const change = this.#unsaved;
    if (!change) return;
    this.#unsaved = undefined;
    const kept = loadDraft(this.#pane);
    const other = change.files && textsElsewhere(kept.files, this.#draft.files, change.files);
    // Another window may have stored other parts of the draft in the meantime.
    this.#draft = { ...this.#draft, ...kept, ...change };
    saveDraft(this.#pane, this.#draft);
    if (other) this.#store.send({ kind: "elsewhere", files: other });
  }
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
