// The stages of a pane's cues, each of which has a recording: through a stage the program's text stays the same. Pure.

import { type Cue, type CueState, stateAfter } from "./cue.ts";

/** What a pane's cues lead to before the next of them changes the text. */
export interface Stage extends CueState {
  /** The name of its recording: the pane's id for the author's text, with the number of cues behind it for a later one. */
  readonly recording: string;
}

/**
 * The stages in their order, of which the first has the author's text. Where a change follows a change, nothing runs in
 * between, and that is no stage.
 * @param pane the pane's id
 * @param originals the author's texts by file name
 * @throws {RangeError} in a sentence for an edit that does not fit
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
 * The stage whose texts these are; of several the first.
 * @param texts by file name
 * @param stages in their order
 * @returns undefined where the texts are somebody's own
 */
export function stageWith(texts: ReadonlyMap<string, string>, stages: readonly Stage[]): Stage | undefined {
  return stages.find((stage) => [...stage.texts].every(([file, text]) => texts.get(file) === text));
}
