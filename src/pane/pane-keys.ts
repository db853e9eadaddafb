// What keys do to a pane: those that are pressed in it, and the deck's.

import { type PaneActions, paneKey } from "../keys/keys.ts";
import type { PaneParts } from "./pane-parts.ts";

/** Listens for the keys that are pressed in the pane. */
export function listenForKeys(pane: HTMLElement, { results }: PaneParts, actions: PaneActions): void {
  const take = (event: KeyboardEvent) => {
    if (results.promptView.takesKey(event)) return;
    if (event.key === "Escape" && hasFocusedControl(pane)) pane.focus({ preventScroll: true });
    const act = paneKey(event, actions);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  // On the way down: Monaco has uses of its own for these keys.
  pane.addEventListener("keydown", take, { capture: true });
}

/** Not the editor and an open box, which have uses of their own for Esc. */
function hasFocusedControl(pane: HTMLElement): boolean {
  const { activeElement } = document;
  return (
    activeElement !== pane &&
    pane.contains(activeElement) &&
    !activeElement?.closest(".monaco-editor, [popover]")
  );
}

/** What the deck's keys do to the pane of the present slide. */
export interface DeckKeys {
  /** Puts the keyboard into the editor, as soon as it is there. */
  readonly edit: () => Promise<void>;
  /** Puts the keyboard into the prompt. */
  readonly prompt: () => void;
  /** Puts the keyboard onto the playhead. */
  readonly scrub: () => void;
  /** Keeps what has run, to be compared with what runs next. */
  readonly keep: () => void;
  /** Plays the next cue, where there is one. */
  readonly nextCue: () => void;
  /** Takes the last cue back. */
  readonly lastCue: () => void;
  /** Brings the pane to where the last cue led, whatever was typed since. */
  readonly rescue: () => void;
}

export function deckKeys({ code, results, cues }: PaneParts): DeckKeys {
  const player = cues?.player;
  return {
    edit: () => code.editor.focus(),
    prompt: () => results.promptView.focus(),
    scrub: () => results.timeline.focusPlayhead(),
    keep: () => results.keep(),
    nextCue: () => void player?.next(),
    lastCue: () => void player?.back(),
    rescue: () => void player?.goTo(player.done),
  };
}
