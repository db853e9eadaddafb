// Keeps the size of the deck's code in a pane's state, so that a mirror in another window shows the same size.

import { codeSizeEvent } from "../../editor/code-editor.ts";
import { chosenCodeSize, showCodeSize } from "../../screen/settings.ts";
import type { Store } from "../state/pane-store.ts";

/** Sends the chosen code size to the pane, now and after each change, until `end` is signalled. */
export function tellCodeSize(store: Store, end: AbortSignal): void {
  const tell = () => {
    const size = chosenCodeSize();
    if (size !== undefined) store.send({ kind: "code-size", size });
  };
  tell();
  document.addEventListener(codeSizeEvent, tell, { signal: end });
}

/** Shows a mirror's code in the size of its state. */
export function takeCodeSize(pane: HTMLElement, store: Store): void {
  store.listen((_, { codeSize }, before) => {
    if (codeSize !== undefined && codeSize !== before.codeSize) showCodeSize(pane, codeSize);
  });
}
