// Makes the notice of a pane that lacks threads, with a button that asks for them.

import type { Notice } from "../../console/console.ts";
import { asksForPrint } from "../../screen/slide-address.ts";
import { languageIn, paneThreadsEvent } from "../markup/pane-host.ts";
import { recordingName } from "../runs/recording-name.ts";
import { lacksThreads, whereThreads } from "../runs/threads-here.ts";
import type { PaneState } from "../state/pane-state.ts";
import { threadsNotice } from "./threads-notice.ts";

/**
 * Returns a function that makes the notice for a state of the pane, or `undefined` if its program starts no threads, or
 * can. On paper nobody can reload, so there is none.
 * @param canAsk false in a mirror: its page is not the deck's
 */
export function noticeOfThreads(
  pane: HTMLElement,
  canAsk: boolean,
): (state: PaneState) => Notice | undefined {
  const language = languageIn(pane);
  const where = whereThreads();
  if (where === "here" || asksForPrint(location.search)) return () => undefined;
  const ask = () => void pane.dispatchEvent(new CustomEvent(paneThreadsEvent, { bubbles: true }));
  const choices = where === "reload" && canAsk ? [{ label: "Reload with threads", act: ask }] : [];
  return (state) => {
    if (!lacksThreads(state, language)) return undefined;
    const { source, runs } = state.newest;
    const isRecorded = source === "recorded" && runs.length > 0;
    const isOwn = recordingName(pane, state) === undefined;
    return { tone: "hint", text: threadsNotice({ where, isOwn, isRecorded }), choices };
  };
}
