// Keys that turn slides, pressed in the deck's window while it is frozen: they turn the desk, as the same keys do there.

import { isKeyForDeck } from "../../deck/key-owner.ts";
import { pressed } from "../../keys/key.ts";
import { turnKeys } from "../keys/turn-keys.ts";

export interface FrozenKeysOptions {
  readonly isFrozen: () => boolean;
  /** Hands the key to the desk. */
  readonly send: (event: KeyboardEvent) => void;
}

/** Listens before reveal.js does. */
export function listenWhileFrozen({ isFrozen, send }: FrozenKeysOptions): void {
  const take = (event: KeyboardEvent) => {
    if (!isFrozen() || !isKeyForDeck(event) || !pressed(turnKeys, event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    send(event);
  };
  addEventListener("keydown", take, { capture: true });
}
