// Every key of the deck, and the groups in which the sheet of keys lists the keys of the deck and of its views.

import { promptKeys } from "../console/prompt/prompt-keys.ts";
import { tell } from "../controls/tell.ts";
import type { Ink } from "../ink/ink.ts";
import { inkKeys, inkKeysInUse } from "../ink/tools/ink-keys.ts";
import type { KeyGroup } from "../keys/help-sheet.ts";
import { type KeyRecord, linesOf } from "../keys/key.ts";
import type { LivePane } from "../pane/live-pane.ts";
import { paneKeys } from "../pane/pane-keys.ts";
import { changeCodeSize, cuesAreSteps, toggleCuesAreSteps, toggleTheme } from "../screen/settings.ts";
import { laneKeys } from "../timeline/input/lane-keys.ts";
import { playheadKeys } from "../timeline/input/playhead-keys.ts";
import { borderKeys, editorKeys, pointerUses, revealKeys, showKeys } from "./listed-keys.ts";

/** What the deck's keys act on. */
export interface DeckHere {
  /** Returns the pane of the current slide and brings it into view; `undefined` if the slide has none. */
  readonly pane: () => LivePane | undefined;
  readonly openMenu: () => void;
  readonly openDesk: () => void;
  readonly toggleHandout: () => void;
  readonly toggleHelp: () => void;
  /** Pointing and drawing. The reading page has none. */
  readonly ink: Ink | undefined;
}

export type DeckKey = KeyRecord<(deck: DeckHere) => void>;

/** Switches the setting, and says so. */
function switchCues(): void {
  toggleCuesAreSteps();
  tell(cuesAreSteps() ? "→ plays the cues, ← takes them back" : "→ and ← turn slides only");
}

const slideKeys: readonly DeckKey[] = [
  { keys: { S: (deck) => deck.openDesk() }, does: "the speaker’s desk: notes, next slide, clock" },
  { keys: { Q: (deck) => deck.openMenu() }, does: "list of all slides: type to find one, Enter" },
  { keys: { D: (deck) => deck.toggleHandout() }, does: "handout: the notes beside the slide" },
  { keys: { W: switchCues }, does: "→ and ← also play cues, for a clicker; or not" },
  { keys: { T: toggleTheme }, does: "bright room or dark room" },
  { keys: { "?": (deck) => deck.toggleHelp() }, does: "all keys, and the check before a talk" },
];

const codeKeys: readonly DeckKey[] = [
  { keys: { E: ({ pane }) => void pane()?.keys.edit() }, does: "into the editor of this slide" },
  { keys: { I: ({ pane }) => pane()?.keys.prompt() }, does: "to the prompt: go on with the program by hand" },
  {
    keys: { X: ({ pane }) => pane()?.keys.nextCue(), Z: ({ pane }) => pane()?.keys.takeCueBack() },
    does: "types the next cue of the talk, takes it back",
  },
  {
    keys: { R: ({ pane }) => pane()?.keys.rescue() },
    does: "puts the pane where the last cue led, whatever was typed",
  },
  {
    keys: { "+": () => changeCodeSize(1), "−": () => changeCodeSize(-1) },
    does: "larger code, smaller code",
  },
  { keys: { 0: () => changeCodeSize(0) }, does: "the usual size of code" },
];

const timelineKeys: readonly DeckKey[] = [
  { keys: { M: ({ pane }) => pane()?.keys.scrub() }, does: "to the playhead: go through what has run" },
  { keys: { C: ({ pane }) => pane()?.keys.keep() }, does: "keep this run, to compare the next one with it" },
];

const pointingKeys: readonly DeckKey[] = inkKeys.map(({ keys, does }) => ({
  keys: Object.fromEntries(
    Object.entries(keys).map(([key, act]) => [key, ({ ink }: DeckHere) => ink && act(ink)]),
  ),
  does,
}));

/** The deck's own keys. They work unless the focused control uses the same key. */
export const deckKeys: readonly DeckKey[] = [...slideKeys, ...codeKeys, ...timelineKeys, ...pointingKeys];

/** The groups of the sheet of keys. */
export const keyGroups: readonly KeyGroup[] = [
  { title: "Slides", lines: [...revealKeys, ...linesOf(showKeys), ...linesOf(slideKeys)] },
  { title: "Pointing and drawing", lines: [...linesOf(inkKeys), ...linesOf(inkKeysInUse)] },
  { title: "Live code", lines: [...linesOf(codeKeys), ...linesOf(paneKeys), ...borderKeys] },
  { title: "In the editor", lines: editorKeys },
  { title: "At the prompt", lines: linesOf(promptKeys) },
  { title: "Timeline", lines: [...linesOf(timelineKeys), ...pointerUses] },
  { title: "On the playhead", lines: linesOf(playheadKeys) },
  { title: "On the lanes", lines: linesOf(laneKeys) },
];
