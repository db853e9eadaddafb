// Keys that reveal.js, Monaco and the browser handle themselves. The sheet of keys lists them with our own.

import type { KeyLine } from "../keys/key.ts";

export const revealKeys: readonly KeyLine[] = [
  { keys: ["→", "↓", "Space", "N", "J", "L", "PgDn"], does: "next step or slide" },
  { keys: ["←", "↑", "⇧ Space", "P", "H", "K", "PgUp"], does: "previous step or slide" },
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
