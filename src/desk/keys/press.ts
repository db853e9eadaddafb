// Takes a key press from the desk, in the deck's window, as if it were one in this window.

import type { SentKey } from "../link/message.ts";

/** Presses the key on the page, whatever has the focus there: the speaker means the deck. */
export function press(key: SentKey): void {
  if (key.key === "Escape") {
    // It only closes what is open. A speaker who presses it once too often must not open the overview.
    document.querySelector<HTMLDialogElement>("dialog[open]")?.close();
    return;
  }

  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const event = new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
}
