// What a person does where it depends on what is so which event that is.

import type { Place } from "../../trace/events/events.ts";
import { promptOf } from "../../trace/fold/prompts.ts";
import type { PaneEvent } from "./pane-event.ts";
import type { Store } from "./pane-store.ts";

/** Somebody wants to see a line: one of the program, or what was entered at the prompt. */
export function seeing(place: Place): PaneEvent {
  const prompt = promptOf(place);
  return prompt === undefined ? { kind: "go-to", place } : { kind: "prompt-recall", prompt };
}

/** Lets the playhead go on by itself, or stand still. */
export function togglePlaying({ state, send }: Store): void {
  send({ kind: state.playhead.isPlaying ? "halt" : "play" });
}

/** Plays the next cue, where there is one. */
export function playNextCue({ state, send }: Store): void {
  if (state.cues.done < state.setup.cues) send({ kind: "cue-next" });
}

/** Takes the last cue back: the pane goes to where the one before led. */
export function takeCueBack({ state, send }: Store): void {
  if (state.cues.done > 0) send({ kind: "cue-go", count: state.cues.done - 1 });
}

/** Brings the pane to where the last cue led, whatever was typed since. */
export function putCueRight({ state, send }: Store): void {
  if (state.setup.cues > 0) send({ kind: "cue-go", count: state.cues.done });
}
