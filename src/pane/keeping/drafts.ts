// Stores the drafts of panes in localStorage: they survive slide changes, reloads and crashes of the tab.

import * as v from "valibot";
import { type Draft, draftSchema } from "../state/draft.ts";

const prefix = "interleave:draft:";

/** The draft of a pane. Empty if none is stored, it cannot be read, or the browser stores nothing. */
export function loadDraft(pane: string): Draft {
  try {
    const read = v.safeParse(draftSchema, JSON.parse(localStorage.getItem(prefix + pane) ?? "{}"));
    return read.success ? read.output : {};
  } catch {
    return {};
  }
}

/**
 * Stores a draft. If the browser stores nothing (private windows, full storage), the draft lives as long as the page.
 */
export function saveDraft(pane: string, draft: Draft): void {
  try {
    localStorage.setItem(prefix + pane, JSON.stringify(draft));
  } catch {
    // The pane goes on with the draft in memory.
  }
}

/** False if the browser stores nothing: in some private windows, without permission, or without room. */
export function keepsDrafts(): boolean {
  try {
    localStorage.setItem(`${prefix}probe`, "1");
    localStorage.removeItem(`${prefix}probe`);
    return true;
  } catch {
    return false;
  }
}
