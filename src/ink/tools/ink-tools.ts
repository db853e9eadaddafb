// What keys and buttons do with the tools of pointing and drawing.

import type { PenColour, Tool } from "../state/ink-event.ts";

export interface InkTools {
  /** Takes a tool. The tool that is in use is put away instead. */
  readonly take: (tool: Tool) => void;
  /** Takes the pen in a colour. The pen that is in use is put away instead. */
  readonly takePen: (colour: PenColour) => void;
  /** Takes back the last change of the drawing on this slide. */
  readonly undo: () => void;
  /** Erases the drawing on this slide. It can be undone. */
  readonly clear: () => void;
  /** Decides whether prints show the drawings. */
  readonly togglePrint: () => void;
  /** Puts the tool away. If none is in use, closes the tool bar. */
  readonly putAway: () => void;
  /** Opens the tool bar, or closes it. */
  readonly toggleBar: () => void;
}
