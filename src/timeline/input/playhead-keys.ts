// The keys of the playhead, and what each does while its handle has the focus.

import type { KeyRecord } from "../../keys/key.ts";

export interface PlayheadActions {
  /** Goes to the next event, or to the one before. */
  readonly step: (by: 1 | -1) => void;
  readonly moveByLittle: (by: 1 | -1) => void;
  readonly moveByMuch: (by: 1 | -1) => void;
  readonly toStart: () => void;
  readonly toEnd: () => void;
  /** Starts or stops playing. */
  readonly play: () => void;
  /** Goes back to the newest moment. */
  readonly toLive: () => void;
}

type Act = (playhead: PlayheadActions) => void;

const back: Act = ({ step }) => step(-1);
const on: Act = ({ step }) => step(1);
const backByLittle: Act = ({ moveByLittle }) => moveByLittle(-1);
const onByLittle: Act = ({ moveByLittle }) => moveByLittle(1);

export const playheadKeys: readonly KeyRecord<Act>[] = [
  { keys: { "←": back, "→": on, "↓": back, "↑": on }, does: "event by event" },
  {
    keys: { "⇧ ←": backByLittle, "⇧ →": onByLittle, "⇧ ↓": backByLittle, "⇧ ↑": onByLittle },
    does: "by a little",
  },
  {
    keys: { PgUp: ({ moveByMuch }) => moveByMuch(-1), PgDn: ({ moveByMuch }) => moveByMuch(1) },
    does: "by much",
  },
  { keys: { Home: ({ toStart }) => toStart(), End: ({ toEnd }) => toEnd() }, does: "to the ends" },
  {
    keys: { Space: ({ play }) => play(), L: ({ toLive }) => toLive() },
    does: "play or stand still, back to live",
  },
];
