// The stages of a pane's cues. The program's text is the same throughout a stage, and each stage has a recording. Pure.

import { type Cue, type CueState, stateAfter } from "./cue.ts";

/** The state that a pane's cues lead to just before the next edit. */
export interface Stage extends CueState {
  /**
   * The name of the stage's recording: the pane's id for the author's text, for example `race-1`; with the number of
   * cues for a later stage, `race-1.after-3`.
   */
  readonly recording: string;
}

/**
 * The stages in order; the first one has the author's text. Between two edits in a row nothing runs, so they make no
 * stage.
 * @param pane the pane's id
 * @param originals the author's texts by file name
 * @throws {RangeError} with a sentence if an edit does not fit
 */
export function stagesOf(
  pane: string,
  cues: readonly Cue[],
  originals: ReadonlyMap<string, string>,
): readonly [Stage, ...Stage[]] {
  const edits = cues.flatMap(({ kind }, index) => (kind === "edit" ? [index] : []));
  const [first = cues.length, ...others] = edits;
  const later = [...others, cues.length].flatMap((count) => {
    const state = stateAfter(cues, count, originals);
    return count > first && state.runs ? [{ ...state, recording: `${pane}.after-${count}` }] : [];
  });
  return [{ ...stateAfter(cues, first, originals), recording: pane }, ...later];
}

/**
 * Returns the first stage that has these texts.
 * @param texts by file name
 * @param stages in order
 * @returns `undefined` if the texts are somebody's own
 */
export function stageWith(texts: ReadonlyMap<string, string>, stages: readonly Stage[]): Stage | undefined {
  return stages.find((stage) => [...stage.texts].every(([file, text]) => texts.get(file) === text));
}
