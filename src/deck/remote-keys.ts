// The keys of remote controls (clickers): those that turn slides play the cues of panes first, and F5 begins the show.
// Both only if the setting "Cues with →" is on. Otherwise reveal.js turns the slides, and F5 reloads the page.

import type { RevealApi } from "reveal.js";
import { tell } from "../controls/tell.ts";
import { pressed } from "../keys/key.ts";
import { fillScreen } from "../screen/full-screen.ts";
import { cuesAreSteps } from "../screen/settings.ts";
import type { CueTurns } from "./cue-turns.ts";
import { isBehindDialog, isKeyForDeck } from "./key-owner.ts";
import { type Begin, showKeys, turningKeys } from "./listed-keys.ts";

/** Listens for the keys of remote controls. */
export function addRemoteKeys(deck: RevealApi, turns: CueTurns): void {
  const take = (event: KeyboardEvent) => {
    if (begins(deck, event) || plays(turns, event)) {
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
  const begin = cuesAreSteps() ? pressed(showKeys, event) : undefined;
  if (begin === undefined) return false;
  if (!document.fullscreenElement && !isBehindDialog()) void show(deck, begin);
  return true;
}

async function show(deck: RevealApi, begin: Begin): Promise<void> {
  if (begin === "first") deck.slide(0);
  if (!(await fillScreen())) tell("This browser gives the whole screen only for F, or for its own key");
}
