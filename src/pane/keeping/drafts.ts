// Keeps in the browser what the audience changed in a pane: over slide changes, reloads and crashes of the tab.

import * as v from "valibot";
import { type Draft, draftSchema } from "../state/draft.ts";

const prefix = "interleave:draft:";

/** The draft of a pane; empty where nothing is kept, what is kept cannot be read, or the browser keeps nothing. */
export function loadDraft(pane: string): Draft {
  try {
    const read = v.safeParse(draftSchema, JSON.parse(localStorage.getItem(prefix + pane) ?? "{}"));
    return read.success ? read.output : {};
  } catch {
    return {};
  }
}

/** Keeps a draft. Where the browser keeps nothing (private windows, full storage) the draft lives as long as the page. */
export function saveDraft(pane: string, draft: Draft): void {
  try {
    localStorage.setItem(prefix + pane, JSON.stringify(draft));
  } catch {
    // The pane goes on with what it has in memory.
  }
}

/** False where the browser keeps nothing: in some private windows, where the page may not, when there is no room. */
export function keepsDrafts(): boolean {
  try {
    localStorage.setItem(`${prefix}probe`, "1");
    localStorage.removeItem(`${prefix}probe`);
    return true;
  } catch {
    return false;
  }
}
