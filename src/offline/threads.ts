// Reloads the page so that its programs can start threads, or no longer: the service worker isolates it. Never happens
// by itself.

import { aProgramRuns } from "../screen/quiet.ts";
import { openKeptDeck } from "./kept-deck.ts";
import { showAnswer, showNotice } from "./notice.ts";

/** Key of the mark, in the store of this window, that it was reloaded for threads. */
const mark = "interleave:threads";

/**
 * Reloads the page with or without threads. Text, results and place are kept. If that is not possible, a notice at the
 * foot of the deck says why.
 */
export async function reloadForThreads(areWanted: boolean): Promise<void> {
  if (aProgramRuns()) return tellRefusal("A program is running: stop it, or wait until it has ended.");
  try {
    if (!navigator.serviceWorker.controller)
      showAnswer("The page reloads as soon as the browser has stored the slides …");
    const deck = await openKeptDeck();
    await deck.isolate(areWanted);
    if (areWanted) sessionStorage.setItem(mark, "asked");
    location.reload();
  } catch (error) {
    tellRefusal(error instanceof Error ? error.message : String(error));
  }
}

/** Call once after a load: says so if a reload for threads has not brought them. */
export function tellIfWithoutThreads(): void {
  if (!wasAsked() || crossOriginIsolated) return;
  showNotice("This browser did not isolate the page, so programs cannot start threads in it.");
}

function wasAsked(): boolean {
  try {
    const asked = sessionStorage.getItem(mark) !== null;
    sessionStorage.removeItem(mark);
    return asked;
  } catch {
    return false;
  }
}

function tellRefusal(reason: string): void {
  showAnswer(`The page was not reloaded. ${reason}`);
}
