// The keys of the desk. Those that lead to a place in the desk are handled here. All others are the deck's.

import { isKeyForDeck } from "../../deck/key-owner.ts";
import { type KeyRecord, pressed } from "../../keys/key.ts";
import type { LivePane } from "../../pane/live-pane.ts";
import { paneKeys } from "../../pane/pane-keys.ts";
import type { SentKey } from "../link/message.ts";
import { sentKey } from "./sent-key.ts";

export interface DeskKeysOptions {
  /** The pane of the present slide; `undefined` if it has none. */
  readonly pane: () => LivePane | undefined;
  /** Presses a key in the deck's window. */
  readonly press: (key: SentKey) => void;
}

/** Keys that lead somewhere: to a place of this window, where the speaker is. */
const ownKeys: readonly KeyRecord<(pane: LivePane) => unknown>[] = [
  { keys: { E: (pane) => pane.keys.edit() }, does: "into the code" },
  { keys: { I: (pane) => pane.keys.prompt() }, does: "to the prompt" },
  { keys: { M: (pane) => pane.keys.scrub() }, does: "to the playhead" },
];

/** Keys that only the window of the key press can use: reload, full screen, the browser's own. */
const browserKeys = /^(F5|F11|F12|F|Shift|Control|Alt|Meta|Tab)$/i;

/** Keys that would show on the projector what only the speaker needs. */
const notForProjector = /^[sd]$/i;

/** The keys of a clicker. They turn the deck wherever the focus is. */
const clickerKeys = /^Page(Up|Down)$/;

export class DeskKeys {
  readonly #options: DeskKeysOptions;

  constructor(options: DeskKeysOptions) {
    this.#options = options;
    document.addEventListener("keydown", (event) => this.#take(event));
    // Before the control that has the focus: it must not keep a clicker's keys.
    const turn = (event: KeyboardEvent) => {
      if (clickerKeys.test(event.key)) this.#take(event);
    };
    document.addEventListener("keydown", turn, { capture: true });
  }

  #take(event: KeyboardEvent): void {
    if (event.defaultPrevented || !isMeant(event)) return;
    const { pane, press } = this.#options;
    const own = pressed(ownKeys, event);
    const present = pane();
    if (own) void (present && own(present));
    else press(sentKey(event));
    event.preventDefault();
  }
}

/** True if the deck or the desk has a use for the key press, and no control does. */
function isMeant(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey } = event;
  if (document.querySelector("dialog[open]")) return false;
  if (clickerKeys.test(key)) return true;
  if (browserKeys.test(key) || notForProjector.test(key)) return false;
  // For example Ctrl+C, which copies from the notes.
  if ((ctrlKey || metaKey) && !pressed(paneKeys, event)) return false;
  return isKeyForDeck(event);
}
