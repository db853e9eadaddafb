// The cues of a pane as steps of the talk: how far they have been played, and how to go on.

import { type Cue, stateAfter } from "../cues/cue.ts";
import { hasNextCue, playNextCue, takeCueBack } from "../state/deeds.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";

export interface CueProgress {
  /** The number of cues that were played. The last one may still be being typed. */
  readonly done: number;
  /** The number of all cues. */
  readonly count: number;
  /** True if a cue is left, or the last one is still being typed. */
  readonly hasNext: boolean;
  /** True while the last cue is being typed, or the pane is being brought to the state after it. */
  readonly isBusy: boolean;
  /** True if somebody has typed anything else into the program than the cues. */
  readonly isChangedByHand: boolean;
}

/** What plays a pane's cues as steps. */
export interface CueSteps {
  /** All cues, in order. */
  readonly list: readonly Cue[];
  readonly progress: CueProgress;
  /** Plays the next cue, or completes the one that is being typed. */
  readonly next: () => void;
  /** Takes the last cue back. */
  readonly back: () => void;
  /** Brings the pane to the state after its first `count` cues; after the last one if it has fewer. */
  readonly goTo: (count: number) => void;
  /** Brings the pane to the state after its last cue. */
  readonly toEnd: () => void;
  /** Makes everything as before the first cue. Network, speed of the clock and threads stay as they were set. */
  readonly startOver: () => void;
}

export function cueSteps(cues: readonly Cue[], store: Store): CueSteps {
  return {
    list: cues,
    progress: progressOf(cues, store.state),
    next: () => playNextCue(store),
    back: () => takeCueBack(store),
    goTo: (count) => store.send({ kind: "cue-go", count }),
    toEnd: () => store.send({ kind: "cue-go", count: cues.length }),
    startOver: () => startOver(store),
  };
}

export function progressOf(cues: readonly Cue[], state: PaneState): CueProgress {
  const { done, activity } = state.cues;
  return {
    done,
    count: cues.length,
    hasNext: hasNextCue(state),
    isBusy: activity !== "none",
    // While the pane is being restored its texts are those of the cues already, and the program still runs.
    isChangedByHand: activity !== "typing" && !isAfter(cues, state),
  };
}

/** True if the texts are those that the played cues led to. */
function isAfter(cues: readonly Cue[], { cues: { done }, setup, texts }: PaneState): boolean {
  const { texts: expected } = stateAfter(cues, done, setup.originals);
  return [...expected].every(([file, text]) => texts.get(file) === text);
}

function startOver({ state, send }: Store): void {
  const { network, speed, threads, stage } = state;
  if (stage !== "idle") send({ kind: "stop" });
  send({ kind: "reset" });
  send({ kind: "network", conditions: network });
  send({ kind: "speed", speed });
  send({ kind: "threads", threads });
}
