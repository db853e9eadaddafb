// Decides who handles a key press: a control, reveal.js or the deck.

import { inkKeysInUse } from "../ink/tools/ink-keys.ts";
import { bare, pressed } from "../keys/key.ts";
import { paneKeys } from "../pane/pane-keys.ts";
import { type DeckHere, deckKeys } from "./deck-keys.ts";

/** Listens for the keys that neither reveal.js nor a pane handles. */
export function addDeckKeys(deck: DeckHere): void {
  // Before reveal.js, which would open the overview.
  document.addEventListener("keydown", (event) => endTool(deck, event), { capture: true });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isBehindDialog()) return;
    const act = pressed(paneKeys, event) ?? (isKeyForDeck(event) ? pressed(deckKeys, event) : undefined);
    if (!act) return;
    event.preventDefault();
    act(deck, event);
  });
}

/** Handles the keys of a tool of pointing and drawing while it is in use. */
function endTool({ ink }: DeckHere, event: KeyboardEvent): void {
  const act = ink?.isInUse && isKeyForDeck(event) ? pressed(inkKeysInUse, event) : undefined;
  if (!ink || !act) return;
  event.preventDefault();
  event.stopPropagation();
  act(ink);
}

/**
 * True if reveal.js may handle the key press. For its option `keyboardCondition`.
 * @param event only `{ keyCode }` if a script asked for the key with reveal.js's `triggerKey`
 */
export function isKeyForReveal(event: KeyboardEvent | { readonly keyCode: number }): boolean {
  if (!("composedPath" in event)) return !isBehindDialog();
  return isKeyForDeck(event) && !pressed(deckKeys, bare(event));
}

/** True if a dialog is open. The focus can then be on the page itself, where keys must do nothing. */
export function isBehindDialog(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

/** Elements that take all keys: text is typed there, or they are open boxes. */
const takesAllKeys = ".monaco-editor, dialog, [popover], input, textarea, select";
/** Controls that use the arrow keys. */
const takesArrows = "[role=separator], [role=tab], [role=slider], [role=treegrid]";
/** Areas that may scroll. */
const scrollAreas = "[role=log], [role=group][tabindex='0']";
const scrollKeys = /^(Arrow.+|Page.+|Home|End| )$/;
/** Controls that Space or Enter presses. */
const isPressed = "button, summary, a[href], [role=button]";

/**
 * True if the key press is for the deck and not for a control. reveal.js has a check of its own, but it does not
 * recognise Monaco's input element, which is not a text field for the browser.
 */
export function isKeyForDeck(event: KeyboardEvent): boolean {
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
  // Esc also leaves the editor. Pressed once too often it must not open the overview.
  if (event.key === "Escape") return !target.matches("live-pane *");
  return true;
}

/**
 * True if the target is in an area that can scroll. If all of the area is visible, remote controls, which send the
 * same keys, still turn slides.
 */
function isInScrolled(target: Element): boolean {
  const area = target.closest(scrollAreas);
  return area !== null && area.scrollHeight > area.clientHeight;
}
