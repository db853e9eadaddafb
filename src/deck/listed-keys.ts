// Keys that are not the deck's own: reveal.js, Monaco and the browser handle them, but for cues and shows
// (remote-keys.ts). The sheet of keys lists them with our own.

import { type KeyLine, type KeyRecord, linesOf } from "../keys/key.ts";
import type { Turn } from "./cue-turns.ts";

/** The keys of reveal.js that can also play cues. */
export const turningKeys: readonly KeyRecord<Turn>[] = [
  { keys: allTurn("next", "→", "↓", "Space", "N", "J", "L", "PgDn"), does: "next step or slide" },
  { keys: allTurn("previous", "←", "↑", "⇧ Space", "P", "H", "K", "PgUp"), does: "previous step or slide" },
];

function allTurn(turn: Turn, ...labels: readonly string[]): Readonly<Record<string, Turn>> {
  return Object.fromEntries(labels.map((label) => [label, turn]));
}

/** The slide that the show begins with. */
export type Begin = "first" | "present";

export const showKeys: readonly KeyRecord<Begin>[] = [
  {
    keys: { F5: "first", "⇧ F5": "present" },
    does: "the show, from the first slide, from here (with W or S)",
  },
];

export const revealKeys: readonly KeyLine[] = [
  ...linesOf(turningKeys),
  { keys: ["Alt →", "Alt ←"], does: "next, previous slide without its steps" },
  { keys: ["Home", "End", "⇧ ←", "⇧ →"], does: "first slide, last slide" },
  { keys: ["G"], does: "jump to a slide: type its number or name, Enter" },
  { keys: ["O", "Esc"], does: "all slides at a glance" },
  { keys: ["F"], does: "full screen; Esc ends it" },
  { keys: ["B", "V", "."], does: "black screen, and back" },
];

export const editorKeys: readonly KeyLine[] = [
  { keys: ["Esc"], does: "out of the editor, out of a button; keys turn slides again" },
  { keys: ["Ctrl Space"], does: "suggestions" },
  { keys: ["F8"], does: "next problem" },
  { keys: ["Ctrl M", "⌃ ⇧ M"], does: "Tab leaves the editor, or indents again" },
];

export const borderKeys: readonly KeyLine[] = [
  { keys: ["←", "→", "↑", "↓"], does: "on a border: move it; double-click puts it back" },
];

export const pointerUses: readonly KeyLine[] = [
  { keys: ["wheel", "drag"], does: "closer, farther; a stretch of time" },
];
