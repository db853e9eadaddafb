// Whose a key press is: that of a control, of reveal.js, or of the deck.

import { bare, pressed } from "../keys/key.ts";
import { paneKeys } from "../pane/pane-keys.ts";
import { type DeckHere, deckKeys } from "./deck-keys.ts";

/** Listens for the keys that neither reveal.js nor a pane handles. */
export function addDeckKeys(deck: DeckHere): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isBehindDialog()) return;
    const act = pressed(paneKeys, event) ?? (isKeyForDeck(event) ? pressed(deckKeys, event) : undefined);
    if (!act) return;
    event.preventDefault();
    act(deck, event);
  });
}

/** Whether reveal.js may have a key press: its option `keyboardCondition`. */
export function isKeyForReveal(event: KeyboardEvent): boolean {
  return isKeyForDeck(event) && !pressed(deckKeys, bare(event));
}

/** The focus can leave an open dialog for the page itself, where keys must do nothing. */
function isBehindDialog(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

/** Where keys are typed, or belong to what is open. */
const takesAllKeys = ".monaco-editor, dialog, [popover], input, textarea, select";
/** Controls that move by arrow keys. */
const takesArrows = "[role=separator], [role=tab], [role=slider], [role=treegrid]";
/** Areas that may have more to show than there is room. */
const scrollAreas = "[role=log], [role=group][tabindex='0']";
const scrollKeys = /^(Arrow.+|Page.+|Home|End| )$/;
/** Controls that Space or Enter presses. */
const isPressed = "button, summary, a[href], [role=button]";

/**
 * Whether a key press is the deck's and not that of a control. reveal.js has a guard of its own, which does not know
 * Monaco's input element: it is no text field to the browser.
 */
function isKeyForDeck(event: KeyboardEvent): boolean {
  if (isBehindDialog()) return false;
  const path = event.composedPath().filter((node) => node instanceof Element);
  if (path.some((element) => element.matches(takesAllKeys))) return false;
  const target = path[0];
  if (!target) return true;
  if (scrollKeys.test(event.key) && isInScrolled(target)) return false;
  if (event.key.startsWith("Arrow") || event.key === "Home" || event.key === "End") {
    return !target.matches(takesArrows);
  }
  if (event.key === " " || event.key === "Enter") return !target.closest(isPressed);
  // One Esc too many on the way out of the editor must not end in the overview.
  if (event.key === "Escape") return !target.matches("live-pane *");
  return true;
}

/** Not where all is shown: there a remote control, which sends the same keys, still turns slides. */
function isInScrolled(target: Element): boolean {
  const area = target.closest(scrollAreas);
  return area !== null && area.scrollHeight > area.clientHeight;
}
