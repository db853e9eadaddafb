// Keys and panes: the keys that are pressed in a pane, and what the deck's keys do to it.

import { type KeyRecord, pressed } from "../keys/key.ts";
import { changeCodeSize } from "../screen/settings.ts";
import type { PaneControls } from "./pane-controls.ts";
import type { PaneViews } from "./pane-views.ts";
import { playNextCue, putCueRight, takeCueBack } from "./state/deeds.ts";
import type { Store } from "./state/pane-store.ts";

type Act = (
  /** The pane that has the focus, or the pane of the present slide; `undefined` if there is none. */
  here: { readonly pane: () => PaneControls | undefined },
  press: { readonly repeat: boolean },
) => void;

/** Keys that work wherever the focus is, also in the editor. */
export const paneKeys: readonly KeyRecord<Act>[] = [
  { keys: { "Ctrl/⌘ Enter": unlessHeld((pane) => pane.run()) }, does: "run" },
  { keys: { "Ctrl/⌘ .": ({ pane }) => pane()?.stop() }, does: "stop" },
  { keys: { F9: unlessHeld((pane) => pane.togglePause()) }, does: "time stands still, or goes on" },
  { keys: { F10: ({ pane }) => pane()?.step() }, does: "one step, while time stands still" },
  {
    keys: { "Ctrl/⌘ S": ({ pane }) => pane()?.tellKept() },
    does: "nothing to save: it is kept",
  },
  {
    keys: { "Ctrl/⌘ ⇧ >": () => changeCodeSize(1), "Ctrl/⌘ ⇧ <": () => changeCodeSize(-1) },
    does: "larger or smaller code, anywhere",
  },
];

function unlessHeld(act: (pane: PaneControls) => void): Act {
  return ({ pane }, { repeat }) => {
    const present = repeat ? undefined : pane();
    if (present) act(present);
  };
}

/** Handles the keys that are pressed in the pane, until `end` is signalled. */
export function listenForKeys(
  pane: HTMLElement & PaneControls,
  { console }: PaneViews,
  end: AbortSignal,
): void {
  const take = (event: KeyboardEvent) => {
    if (console.prompt.takesKey(event)) return;
    if (event.key === "Escape" && hasFocusedControl(pane)) pane.focus({ preventScroll: true });
    const act = pressed(paneKeys, event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act({ pane: () => pane }, event);
  };
  // In the capture phase, before Monaco, which uses these keys for itself.
  pane.addEventListener("keydown", take, { capture: true, signal: end });
}

/** True if a control has the focus. The editor and an open box do not count: they use Esc for themselves. */
function hasFocusedControl(pane: HTMLElement): boolean {
  const { activeElement } = document;
  return (
    activeElement !== pane &&
    pane.contains(activeElement) &&
    !activeElement?.closest(".monaco-editor, [popover]")
  );
}

/** The actions of the deck's keys on the pane of the present slide. */
export interface DeckKeys {
  /** Focuses the editor, as soon as it is open. */
  readonly edit: () => Promise<void>;
  /** Focuses the prompt. */
  readonly prompt: () => void;
  /** Focuses the playhead. */
  readonly scrub: () => void;
  /** Keeps the newest runs, to be compared with the next ones. */
  readonly keep: () => void;
  /** Plays the next cue, if there is one. */
  readonly nextCue: () => void;
  /** Undoes the last played cue. */
  readonly takeCueBack: () => void;
  /** Brings the pane to the state after the last played cue. What was typed since is replaced. */
  readonly rescue: () => void;
}

export function deckKeys({ code, console, timeline }: PaneViews, store: Store): DeckKeys {
  return {
    edit: () => code.editor.focus(),
    prompt: () => console.prompt.focus(),
    scrub: () => timeline.view.focusPlayhead(),
    keep: () => store.send({ kind: "keep" }),
    nextCue: () => playNextCue(store),
    takeCueBack: () => takeCueBack(store),
    rescue: () => putCueRight(store),
  };
}
