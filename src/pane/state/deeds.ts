// Builds or sends the events of actions that depend on the pane's state.

import type { Place } from "../../trace/events/events.ts";
import { promptOf } from "../../trace/fold/prompts.ts";
import type { PaneEvent } from "./pane-event.ts";
import type { PaneState } from "./pane-state.ts";
import type { Store } from "./pane-store.ts";

/** The event for "show me this line": `go-to` for a line of the program, `prompt-recall` for an entry of the prompt. */
export function seeing(place: Place): PaneEvent {
  const prompt = promptOf(place);
  return prompt === undefined ? { kind: "go-to", place } : { kind: "prompt-recall", prompt };
}

/** Starts the playhead, or stops it if it is playing. */
export function togglePlaying({ state, send }: Store): void {
  send({ kind: state.playhead.isPlaying ? "halt" : "play" });
}

/** Plays the next cue, if there is one, or completes the one that is being typed. */
export function playNextCue({ state, send }: Store): void {
  if (hasNextCue(state)) send({ kind: "cue-next" });
}

/** True if a cue is left, or the last one is still being typed. */
export function hasNextCue({ cues, setup }: PaneState): boolean {
  return cues.done < setup.cues || cues.activity === "typing";
}

/** Undoes the last cue: brings the pane to the state after the cue before it. */
export function takeCueBack({ state, send }: Store): void {
  if (state.cues.done > 0) send({ kind: "cue-go", count: state.cues.done - 1 });
}

/** Brings the pane to the state after the last played cue. What was typed since is replaced. */
export function putCueRight({ state, send }: Store): void {
  if (state.setup.cues > 0) send({ kind: "cue-go", count: state.cues.done });
}
