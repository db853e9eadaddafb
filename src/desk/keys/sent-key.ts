// Key presses as messages.

import type { SentKey } from "../link/message.ts";

/** The parts of a key press that the other window reads. */
export function sentKey(event: KeyboardEvent): SentKey {
  const { key, code, keyCode, altKey, ctrlKey, metaKey, shiftKey, repeat } = event;
  return { key, code, keyCode, altKey, ctrlKey, metaKey, shiftKey, repeat };
}

/** The keys that buttons of the desk stand for, by what they do. */
export const buttonKeys = {
  next: plain("PageDown", 34),
  back: plain("PageUp", 33),
  black: plain("b", 66),
  theme: plain("t", 84),
  larger: plain("+", 187),
  smaller: plain("-", 189),
} as const;

function plain(key: string, keyCode: number): SentKey {
  const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, repeat: false };
  return { key, code: "", keyCode, ...none };
}
