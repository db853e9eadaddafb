// What keys do to a pane: those that are pressed in it, and the deck's.

import { type KeyRecord, pressed } from "../keys/key.ts";
import { changeCodeSize } from "../screen/settings.ts";
import type { PaneViews } from "./pane-views.ts";
import { playNextCue, putCueRight, takeCueBack } from "./state/deeds.ts";
import type { Store } from "./state/pane-store.ts";

/** What these keys do to a pane. */
export interface PaneControls {
  run(): unknown;
  stop(): void;
  togglePause(): void;
  step(): void;
  /** Says that nothing has to be saved. */
  tellKept(): void;
}

type Act = (
  /** The pane that the keyboard is in, or that of the present slide; undefined where there is none. */
  here: { readonly pane: () => PaneControls | undefined },
  press: { readonly repeat: boolean },
) => void;

/** Those that do something wherever the focus is, also in the editor. */
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

/** Listens for the keys that are pressed in the pane. */
export function listenForKeys(pane: HTMLElement & PaneControls, { console }: PaneViews): void {
  const take = (event: KeyboardEvent) => {
    if (console.prompt.takesKey(event)) return;
    if (event.key === "Escape" && hasFocusedControl(pane)) pane.focus({ preventScroll: true });
    const act = pressed(paneKeys, event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act({ pane: () => pane }, event);
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
  /** Takes back the cue that was played last. */
  readonly takeCueBack: () => void;
  /** Brings the pane to where the last cue led, whatever was typed since. */
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
