// Dispatches DOM events for a pane's changes, for the parts of a slide that follow it.

import { paneTextEvent, paneTraceEvent } from "./markup/pane-host.ts";
import type { Store } from "./state/pane-store.ts";

export function announce(pane: HTMLElement, store: Store): void {
  const tell = (event: string) => pane.dispatchEvent(new Event(event, { bubbles: true }));
  store.listen((_, state, before) => {
    if (state.texts !== before.texts) tell(paneTextEvent);
    if (state.newest !== before.newest) tell(paneTraceEvent);
  });
}
