// The buttons of the tool bar: names and pictures. What they do is what their keys do.

import { type InkState, type PenColour, penColours } from "../state/ink-event.ts";
import { inkKeys } from "../tools/ink-keys.ts";
import type { InkTools } from "../tools/ink-tools.ts";

export interface ToolButton {
  readonly label: string;
  /** The label of the key that does the same. Absent if no key does. */
  readonly key?: string;
  /** What an SVG element of 24 by 24 units has in it. */
  readonly picture: string;
  readonly colour?: PenColour;
  readonly act: (ink: InkTools) => void;
  /** Tells whether the button is pressed. Absent if it only does something. */
  readonly isOn?: (state: InkState) => boolean;
}

const pen = '<path class="ink-fill" d="M4 20l1.2-5L15.6 4.6a2 2 0 0 1 2.8 0l1 1a2 2 0 0 1 0 2.8L9 18.8z"/>';

/** In the order of the bar. */
export const toolButtons: readonly ToolButton[] = [
  {
    ...keyed("1", "Laser pointer"),
    picture: '<circle cx="12" cy="12" r="4" class="ink-fill"/><path d="M12 2v3M12 19v3M2 12h3M19 12h3"/>',
    isOn: ({ tool }) => tool === "laser",
  },
  {
    ...keyed("2", "Spotlight"),
    picture: '<path class="ink-fill" fill-rule="evenodd" d="M2 4h20v16H2zM12 7a5 5 0 1 0 .1 0z"/>',
    isOn: ({ tool }) => tool === "spotlight",
  },
  {
    ...keyed("3", "Magnifier"),
    picture: '<circle cx="10" cy="10" r="6.5"/><path d="M15 15l6 6"/>',
    isOn: ({ tool }) => tool === "magnifier",
  },
  ...penColours.map((colour, index) => ({
    ...keyed(String(4 + index), `Pen, ${colour}`),
    picture: pen,
    colour,
    isOn: (state: InkState) => state.tool === "pen" && state.colour === colour,
  })),
  {
    ...keyed("8", "Eraser"),
    picture:
      '<path d="M8 20l-4.5-4.5a2 2 0 0 1 0-2.8L12.7 3.5a2 2 0 0 1 2.8 0l5 5a2 2 0 0 1 0 2.8L11.8 20zM8 8.5l7.5 7.5M6 20h15"/>',
    isOn: ({ tool }) => tool === "eraser",
  },
  { ...keyed("U", "Undo"), picture: '<path d="M8 5L4 9l4 4M4 9h9a6 5.5 0 0 1 0 11h-3"/>' },
  {
    ...keyed("9", "Clear the drawing on this slide"),
    picture: '<path d="M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5"/>',
  },
  {
    label: "Drawings in prints",
    picture: '<path d="M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z"/>',
    act: (ink) => ink.togglePrint(),
    isOn: ({ prints }) => prints,
  },
];

/** The button of a key. */
function keyed(key: string, label: string): Pick<ToolButton, "key" | "label" | "act"> {
  const record = inkKeys.find(({ keys }) => Object.hasOwn(keys, key));
  const act = record?.keys[key];
  if (!act) throw new RangeError(`No key record of pointing and drawing has the key ${key}.`);
  return { key, label, act };
}
