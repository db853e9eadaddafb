// The keys of the desk. Those that lead to a place in this window are handled here, and all that concern the deck are
// sent to it. While the projector is frozen, the desk turns and acts alone.

import { isKeyForDeck } from "../../deck/key-owner.ts";
import { type Begin, showKeys } from "../../deck/listed-keys.ts";
import type { Ink } from "../../ink/ink.ts";
import { inkKeys, inkKeysInUse } from "../../ink/tools/ink-keys.ts";
import { type KeyRecord, pressed } from "../../keys/key.ts";
import type { LivePane } from "../../pane/live-pane.ts";
import { paneKeys } from "../../pane/pane-keys.ts";
import type { SentKey } from "../link/message.ts";
import { sentKey } from "./sent-key.ts";
import { type Turn, turnKeys } from "./turn-keys.ts";

/** What the desk's keys act on. */
export interface DeskHere {
  /** The picture of the pane on the present slide; `undefined` if it has none. */
  readonly pane: () => LivePane | undefined;
  /** Pointing and drawing on the picture of the present slide. */
  readonly ink: Ink;
  readonly isFrozen: () => boolean;
  /** Goes where a key leads. Only while the projector is frozen. */
  readonly turn: (turn: Turn) => void;
  /** Presses a key in the deck's window. */
  readonly press: (key: SentKey) => void;
  readonly openMenu: () => void;
  readonly toggleHelp: () => void;
  /** Fills the projector's screen, or ends that. */
  readonly fillScreen: (from: Begin | "toggle") => void;
}

type Act = (here: DeskHere) => unknown;

/** Keys that lead somewhere in this window, or show what only the speaker needs. */
const ownKeys: readonly KeyRecord<Act>[] = [
  { keys: { E: ({ pane }) => pane()?.keys.edit() }, does: "into the code" },
  { keys: { I: ({ pane }) => pane()?.keys.prompt() }, does: "to the prompt" },
  { keys: { M: ({ pane }) => pane()?.keys.scrub() }, does: "to the playhead" },
  { keys: { Q: ({ openMenu }) => openMenu(), G: ({ openMenu }) => openMenu() }, does: "list of all slides" },
  { keys: { F: ({ fillScreen }) => fillScreen("toggle") }, does: "the projector's full screen" },
  { keys: { "?": ({ toggleHelp }) => toggleHelp() }, does: "all keys" },
];

/** What the deck's keys do to the pane of its present slide, which is another one while the projector is frozen. */
const frozenKeys: readonly KeyRecord<Act>[] = [
  {
    keys: { X: ({ pane }) => pane()?.keys.nextCue(), Z: ({ pane }) => pane()?.keys.takeCueBack() },
    does: "cues",
  },
  { keys: { R: ({ pane }) => pane()?.keys.rescue() }, does: "puts the pane right" },
  { keys: { C: ({ pane }) => pane()?.keys.keep() }, does: "keeps this run" },
];

/** The browser's own keys: full screen of this window, tools. */
const browserKeys = /^(F11|F12|Shift|Control|Alt|Meta|Tab)$/;

/** Keys that would show on the projector what the speaker sees here. */
const notForProjector = /^[sd]$/i;

/** The keys of a clicker. They turn the deck wherever the focus is. */
const clickerKeys = /^Page(Up|Down)$/;

/** Keys that turn slides in the notes, too: the text there is scrolled by the others. */
const turnsInNotes = /^(ArrowLeft|ArrowRight| )$/;

/** Handles the keys that are pressed in the desk's window. */
export function listenForKeys(here: DeskHere): void {
  const take = (event: KeyboardEvent) => {
    const begin = pressed(showKeys, event);
    if (event.defaultPrevented || !(begin || isMeant(event))) return;
    event.preventDefault();
    if (begin) here.fillScreen(begin);
    else act(here, event);
  };
  document.addEventListener("keydown", take);
  // Before the control that has the focus: it must not keep a clicker's keys.
  const turn = (event: KeyboardEvent) => {
    if (clickerKeys.test(event.key)) take(event);
  };
  document.addEventListener("keydown", turn, { capture: true });
}

function act(here: DeskHere, event: KeyboardEvent): void {
  const own = pressed(ownKeys, event);
  const tool = pressed(here.ink.isInUse ? [...inkKeys, ...inkKeysInUse] : inkKeys, event);
  if (own) void own(here);
  else if (tool) tool(here.ink);
  else if (here.isFrozen()) actAlone(here, event);
  else here.press(sentKey(event));
}

/** Handles a key while the projector is frozen. Black, theme and size of code are the projector's all the same. */
function actAlone(here: DeskHere, event: KeyboardEvent): void {
  const turn = pressed(turnKeys, event);
  const onPane = pressed(paneKeys, event);
  const onCue = pressed(frozenKeys, event);
  if (turn) here.turn(turn);
  else if (onPane) onPane(here, event);
  else if (onCue) void onCue(here);
  else here.press(sentKey(event));
}

/** True if the deck or the desk has a use for the key press, and no control does. */
function isMeant(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (document.querySelector("dialog[open]")) return false;
  if (clickerKeys.test(key)) return true;
  if (browserKeys.test(key) || notForProjector.test(key)) return false;
  // As in the deck: wherever the focus is.
  if (pressed(paneKeys, event)) return true;
  // For example Ctrl+C, which copies from the notes, and the letters of the browser's menus.
  if (ctrlKey || metaKey || (altKey && /^[a-z]$/i.test(key))) return false;
  return isKeyForDeck(event) || (turnsInNotes.test(key) && isInNotes(event));
}

function isInNotes({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest("#desk-notes") !== null;
}
