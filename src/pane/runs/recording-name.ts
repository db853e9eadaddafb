// Finds the deck's recording of the program that a pane would run now.

import { stagesOf, stageWith } from "../cues/cue-stages.ts";
import { cuesOf } from "../markup/pane-host.ts";
import type { PaneState } from "../state/pane-state.ts";

/** The name of the recording; `undefined` if the program's text is somebody's own. */
export function recordingName(
  pane: HTMLElement,
  { texts, setup }: Pick<PaneState, "texts" | "setup">,
): string | undefined {
  return stageWith(texts, stagesOf(pane.id, cuesOf(pane), setup.originals))?.recording;
}
