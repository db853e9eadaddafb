// The bar of a pane whose program starts threads, in a page that has none: it says so, and offers a reload with threads.

import { asksForPrint } from "../../screen/slide-address.ts";
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
  const language = languageIn(pane);
  const draw = (state: PaneState) => {
    bar.hidden = !lacksThreads(state, language);
    if (bar.hidden) return;
    const { source, runs } = state.newest;
    const isRecorded = source === "recorded" && runs.length > 0;
    text.textContent = threadsNotice({ where, isOwn: recordingName(pane, state) === undefined, isRecorded });
  };
  partOf(pane, "areas").before(bar);
  draw(store.state);
  store.listen((event, state, before) => {
    if (event.kind === "run" || state.texts !== before.texts || hasOtherRuns(state, before)) draw(state);
  });
}

function reloadButton(pane: HTMLElement): HTMLButtonElement {
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    textContent: "Reload with threads",
  });
  button.addEventListener("click", () =>
    pane.dispatchEvent(new CustomEvent(paneThreadsEvent, { bubbles: true })),
  );
  return button;
}

function hasOtherRuns({ newest }: PaneState, { newest: before }: PaneState): boolean {
  return newest.source !== before.source || newest.runs.length !== before.runs.length;
}
