// What a pane would run now, and on which network.

import type { NetworkConditions } from "../../protocol/protocol.ts";
import { PaneDraft } from "../code/pane-draft.ts";
import { PaneTexts } from "../code/pane-texts.ts";
import { stagesOf, stageWith } from "../cues/cue-stages.ts";
import { cuesOf } from "../cues/pane-cues.ts";
import { partOf } from "../markup/pane-host.ts";

export interface PaneProgram {
  /** The text of each file by its name. */
  readonly files: ReadonlyMap<string, string>;
  /** The author's text of each. */
  readonly originals: ReadonlyMap<string, string>;
  readonly network: NetworkConditions;
}

/** What is asked of a pane at work. */
interface PresentPane {
  readonly code: Pick<PaneProgram, "files" | "originals">;
  readonly network: { readonly settings: { readonly conditions: NetworkConditions } };
}

/** The program of a pane at work. */
export function presentProgram({ code, network }: PresentPane): PaneProgram {
  return { files: code.files, originals: code.originals, network: network.settings.conditions };
}

/**
 * That of a pane that nobody has come near: its author's, with what the audience changed before.
 * @param usual the network where the audience has set none
 */
export function keptProgram(pane: HTMLElement, usual: NetworkConditions): PaneProgram {
  const { files, network = usual } = new PaneDraft(pane.id).current;
  const { current, originals } = new PaneTexts(partOf(pane, "code"), files);
  return { files: current, originals, network };
}

/** The name of the recording that ships with the deck of this program; undefined where its text is somebody's own. */
export function recordingName(
  pane: HTMLElement,
  { files, originals }: Pick<PaneProgram, "files" | "originals">,
): string | undefined {
  return stageWith(files, stagesOf(pane.id, cuesOf(pane), originals))?.recording;
}
