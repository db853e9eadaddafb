// The keys of remote controls (clickers): those that turn slides play the cues of panes first, if the setting "Cues
// with →" is on. F5 begins the show for a presenter, who has that setting on or the desk open; for anybody else it
// reloads the page.

import type { RevealApi } from "reveal.js";
import { tell } from "../controls/tell.ts";
import { pressed } from "../keys/key.ts";
import { fillScreen, isFullScreen } from "../screen/full-screen.ts";
import { cuesAreSteps } from "../screen/settings.ts";
import type { CueTurns } from "./cue-turns.ts";
import { isBehindDialog, isKeyForDeck } from "./key-owner.ts";
import { type Begin, showKeys, turningKeys } from "./listed-keys.ts";

export interface RemoteKeysOptions {
  readonly deck: RevealApi;
  readonly turns: CueTurns;
  readonly isDeskOpen: () => boolean;
}

/** Listens for the keys of remote controls. */
export function addRemoteKeys({ deck, turns, isDeskOpen }: RemoteKeysOptions): void {
  const isPresenting = () => cuesAreSteps() || isDeskOpen();
  const take = (event: KeyboardEvent) => {
    if ((isPresenting() && begins(deck, event)) || plays(turns, event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  // In the capture phase, before reveal.js, which listens on the document, too.
  document.addEventListener("keydown", take, { capture: true });
}

function plays(turns: CueTurns, event: KeyboardEvent): boolean {
  const turn = isKeyForDeck(event) ? pressed(turningKeys, event) : undefined;
  return turn !== undefined && turns.take(turn, event.repeat);
}

/** Begins the show if F5 was pressed. During the show F5 does nothing: a reload would end it. */
function begins(deck: RevealApi, event: KeyboardEvent): boolean {
  const begin = pressed(showKeys, event);
  if (begin === undefined) return false;
  if (!isFullScreen() && !isBehindDialog()) void show(deck, begin);
  return true;
}

async function show(deck: RevealApi, begin: Begin): Promise<void> {
  if (begin === "first") deck.slide(0);
  if (!(await fillScreen())) tell("This browser gives the whole screen only for F, or for its own key");
}
