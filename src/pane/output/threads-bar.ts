// The bar of a pane whose program starts threads, in a page that has none: it says so, and offers a reload with threads.

import { ask } from "../../controls/ask.ts";
import { asksForPrint } from "../../screen/slide-address.ts";
import { keepsDrafts } from "../keeping/drafts.ts";
import { languageIn, paneThreadsEvent, partOf } from "../markup/pane-host.ts";
import { recordingName } from "../runs/recording-name.ts";
import { lacksThreads, whereThreads } from "../runs/threads-here.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";
import { threadsNotice } from "./threads-notice.ts";

/**
 * Shows the bar while the pane needs it. In a page with threads, and on paper, no pane does.
 * @param canAsk false in a mirror: its page is not the deck's
 */
export function addThreadsBar(pane: HTMLElement, store: Store, canAsk: boolean): void {
  const where = whereThreads();
  if (where === "here" || asksForPrint(location.search)) return;
  const [bar, text] = [document.createElement("div"), document.createElement("p")];
  bar.className = "pane-threads";
  bar.setAttribute("role", "note");
  bar.setAttribute("aria-label", "Threads");
  // Run sets the text again, so that a screen reader reads it.
  text.setAttribute("aria-live", "polite");
  bar.append(text, ...(where === "reload" && canAsk ? [reloadButton(pane)] : []));
  const [language, keepsText] = [languageIn(pane), keepsDrafts()];
  const draw = (state: PaneState) => {
    bar.hidden = !lacksThreads(state, language);
    if (bar.hidden) return;
    const { source, runs } = state.newest;
    const isRecorded = source === "recorded" && runs.length > 0;
    const isOwn = recordingName(pane, state) === undefined;
    const seed = state.threads.mode === "in turns" ? state.threads.seed : undefined;
    text.textContent = threadsNotice({ where, isOwn, isRecorded, keepsText, seed });
  };
  // In the area of the code: there is more of the code than of the output, and the output is what to look at.
  partOf(pane, "code").prepend(bar);
  draw(store.state);
  store.listen((event, state, before) => {
    const isOther = state.texts !== before.texts || state.threads !== before.threads;
    if (event.kind === "run" || isOther || hasOtherRuns(state, before)) draw(state);
  });
}

function reloadButton(pane: HTMLElement): HTMLButtonElement {
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    textContent: "Reload with threads",
  });
  button.addEventListener("click", () => void askForThreads(pane));
  return button;
}

/** Asks first if a reload would lose what was typed. */
async function askForThreads(pane: HTMLElement): Promise<void> {
  if (!keepsDrafts() && !(await confirmLoss())) return;
  pane.dispatchEvent(new CustomEvent(paneThreadsEvent, { bubbles: true }));
}

function confirmLoss(): Promise<boolean> {
  return ask({
    title: "Reload with threads?",
    text: "This browser keeps nothing of this page: what was typed will be lost. Copy it first.",
    yes: "Reload",
    no: "Not now",
  });
}

function hasOtherRuns({ newest }: PaneState, { newest: before }: PaneState): boolean {
  return newest.source !== before.source || newest.runs.length !== before.runs.length;
}
