// Keeps the clock of the talk in the deck's window: over reloads of it and of the desk, and apart from other decks.

import { type ClockDeed, newClock, nextClock, readClock, type TalkClock } from "../pace/talk-clock.ts";

/** In the storage of the window, which no other window has. */
const key = "interleave:talk-clock";

export class ClockKeeper {
  #clock: TalkClock;

  /** @param length minutes of the talk, if nobody has named another time before */
  constructor(length: number) {
    this.#clock = recall() ?? newClock(length);
  }

  get clock(): TalkClock {
    return this.#clock;
  }

  take(deed: ClockDeed): void {
    this.#clock = nextClock(this.#clock, deed, Date.now());
    try {
      sessionStorage.setItem(key, JSON.stringify(this.#clock));
    } catch {
      // Without storage the clock goes on until the next reload.
    }
  }
}

function recall(): TalkClock | undefined {
  try {
    return readClock(sessionStorage.getItem(key));
  } catch {
    return undefined;
  }
}
