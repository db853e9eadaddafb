// The size of the deck's code, as a pane's state has it: who follows the pane in another window sees the same size.

import { codeSizeEvent } from "../../editor/code-editor.ts";
import { chosenCodeSize, showCodeSize } from "../../screen/settings.ts";
import type { Store } from "../state/pane-store.ts";

/** Tells the pane which size is chosen for the deck. */
export function tellCodeSize(store: Store): void {
  const tell = () => {
    const size = chosenCodeSize();
    if (size !== undefined) store.send({ kind: "code-size", size });
  };
  tell();
  document.addEventListener(codeSizeEvent, tell);
}

/** Shows a mirror's code in the size that it is told. */
export function takeCodeSize(pane: HTMLElement, store: Store): void {
  store.listen((_, { codeSize }, before) => {
    if (codeSize !== undefined && codeSize !== before.codeSize) showCodeSize(pane, codeSize);
  });
}
