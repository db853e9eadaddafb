// The keys of pointing and drawing.

import type { KeyRecord } from "../../keys/key.ts";
import type { InkTools } from "./ink-tools.ts";

type Act = (ink: InkTools) => void;

export const inkKeys: readonly KeyRecord<Act>[] = [
  { keys: { 1: (ink) => ink.take("laser") }, does: "laser pointer" },
  { keys: { 2: (ink) => ink.take("spotlight") }, does: "spotlight: dims all but a circle" },
  { keys: { 3: (ink) => ink.take("magnifier") }, does: "magnifier: twice the size under the pointer" },
  {
    keys: {
      4: (ink) => ink.takePen("red"),
      5: (ink) => ink.takePen("blue"),
      6: (ink) => ink.takePen("green"),
      7: (ink) => ink.takePen("magenta"),
    },
    does: "pen: red, blue, green, magenta",
  },
  { keys: { 8: (ink) => ink.take("eraser") }, does: "eraser: takes whole strokes away" },
  { keys: { 9: (ink) => ink.clear() }, does: "clears the drawing on this slide" },
  { keys: { U: (ink) => ink.undo() }, does: "takes back the last stroke, erasure or clearing" },
  { keys: { A: (ink) => ink.toggleBar() }, does: "the bar with all tools" },
];

/** Keys that work while a tool is in use. */
export const inkKeysInUse: readonly KeyRecord<Act>[] = [
  { keys: { Esc: (ink) => ink.putAway() }, does: "puts the tool away" },
];
