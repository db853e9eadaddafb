// The keys of the lanes, and what each does while the lanes have the focus.

import { type KeyPress, type KeyRecord, pressedWithShift } from "../../keys/key.ts";

export interface LaneActions {
  /** Moves among lanes and parts. Returns false if there was nowhere to go. */
  readonly move: (key: string) => boolean;
  readonly open: () => void;
  readonly fold: () => void;
  readonly zoom: (direction: 1 | 0 | -1) => void;
  readonly zoomToPart: () => void;
  readonly pan: (direction: 1 | -1) => void;
  readonly handovers: () => void;
  /** Moves the playhead to the part. */
  readonly goTo: () => void;
}

/** Returns false if the key had no effect. */
type Act = (lanes: LaneActions) => unknown;

export const laneKeys: readonly KeyRecord<Act>[] = [
  {
    keys: {
      "↑": moveBy("ArrowUp"),
      "↓": moveBy("ArrowDown"),
      "←": moveBy("ArrowLeft"),
      "→": moveBy("ArrowRight"),
    },
    does: "from lane to lane, into one and along it",
  },
  {
    keys: { PgUp: moveBy("PageUp"), PgDn: moveBy("PageDown"), Home: moveBy("Home"), End: moveBy("End") },
    does: "by much, to the ends",
  },
  {
    keys: { Enter: ({ open }) => open(), Space: ({ fold }) => fold() },
    does: "go to the line, fold a group",
  },
  { keys: { M: ({ goTo }) => goTo() }, does: "bring the playhead" },
  {
    keys: { "+": ({ zoom }) => zoom(1), "−": ({ zoom }) => zoom(-1), Z: ({ zoomToPart }) => zoomToPart() },
    does: "closer, farther, this part",
  },
  { keys: { 0: ({ zoom }) => zoom(0) }, does: "all of the time" },
  { keys: { "⇧ ←": ({ pan }) => pan(-1), "⇧ →": ({ pan }) => pan(1) }, does: "earlier, later" },
  { keys: { A: ({ handovers }) => handovers() }, does: "all hand-overs" },
];

/** Performs the action of a key press. Returns false if the key has no action or no effect. */
export function takeLaneKey(press: KeyPress, lanes: LaneActions): boolean {
  const act = pressedWithShift(laneKeys, press);
  return act !== undefined && act(lanes) !== false;
}

function moveBy(key: string): Act {
  return ({ move }) => move(key);
}
