// What a pane would run now, and which of the deck's recordings is one of that.

import { stagesOf, stageWith } from "../cues/cue-stages.ts";
import { cuesOf } from "../markup/pane-host.ts";
import type { PaneState } from "../state/pane-state.ts";

/** The name of the recording that ships with the deck of this program; undefined where its text is somebody's own. */
export function recordingName(
  pane: HTMLElement,
  { texts, setup }: Pick<PaneState, "texts" | "setup">,
): string | undefined {
  return stageWith(texts, stagesOf(pane.id, cuesOf(pane), setup.originals))?.recording;
}
