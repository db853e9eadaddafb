// Tells whether programs can start threads in this page and, if not, what would let them.

import type { Language } from "../../languages/language.ts";
import { isOneFile } from "../../offline/one-file.ts";
import type { PaneState } from "../state/pane-state.ts";

/**
 * - "here": the page is isolated, so programs can share memory with threads.
 * - "reload": the service worker isolates the page if it is reloaded.
 * - "host": only headers of the host would isolate it, because this browser has no service worker for it.
 * - "file": the page is the one file, which cannot be isolated.
 */
export type WhereThreads = "here" | "reload" | "host" | "file";

export function whereThreads(): WhereThreads {
  if (isIsolated()) return "here";
  if (isOneFile) return "file";
  // Private windows of some browsers have none, and pages of plain http from another machine.
  return isSecureContext && "serviceWorker" in navigator && !import.meta.env.DEV ? "reload" : "host";
}

/** True if programs can start threads in this page. */
export function isIsolated(): boolean {
  return globalThis.crossOriginIsolated;
}

/** True if the present program starts threads. */
export function startsThreads(
  { texts }: Pick<PaneState, "texts">,
  language: Pick<Language, "startsThreads">,
): boolean {
  return [...texts.values()].some((text) => language.startsThreads(text));
}

/** True if the present program starts threads and this page has none. */
export function lacksThreads(state: Pick<PaneState, "texts">, language: Language): boolean {
  return !isIsolated() && startsThreads(state, language);
}
