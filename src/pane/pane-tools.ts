// The buttons in a pane's bar: their actions, and when they are enabled.

import { onPress, setUse } from "../controls/button.ts";
import type { DrawnView } from "./output/drawing.ts";
import type { PaneControls } from "./pane-controls.ts";
import { canPause, isGoing, isPaused, isPromptBusy } from "./state/going-on.ts";
import type { PaneState } from "./state/pane-state.ts";
import type { Store } from "./state/pane-store.ts";

/** What the buttons do, by the name of their part. */
const actions: Readonly<Record<string, (pane: PaneControls) => unknown>> = {
  run: (pane) => pane.run(),
  stop: (pane) => pane.stop(),
  reset: (pane) => pane.reset(),
  pause: (pane) => pane.togglePause(),
  step: (pane) => pane.step(),
};

/** The buttons of one pane, and the classes and data on the pane's element that tell what it is doing. */
export class PaneTools implements DrawnView {
  readonly #pane: HTMLElement;
  readonly #part: (name: string) => HTMLElement;

  /** @param part finds an element of the pane by its `data-part`, here the name of an action */
  constructor(pane: HTMLElement & PaneControls, store: Store, part: (name: string) => HTMLElement) {
    this.#pane = pane;
    this.#part = part;
    for (const [name, act] of Object.entries(actions)) {
      const button = part(name) as HTMLButtonElement;
      button.disabled = false;
      onPress(button, () => void act(pane));
    }
    this.#showStage(store.state);
    store.listen((_, state, before) => {
      if (state.stage !== before.stage) this.#showStage(state);
      if (state.kept !== before.kept) pane.classList.toggle("is-comparing", state.kept.length > 0);
    });
  }

  draw(state: PaneState): undefined {
    const paused = isPaused(state);
    const pausable = canPause(state);
    setUse(this.#part("stop"), state.stage !== "idle" || isGoing(state) || isPromptBusy(state));
    setUse(this.#part("pause"), pausable);
    setUse(this.#part("step"), pausable);
    this.#part("pause").setAttribute("aria-pressed", String(paused));
    this.#pane.classList.toggle("is-paused", paused);
  }

  #showStage(state: PaneState): void {
    this.#pane.dataset.state = state.stage;
    this.draw(state);
  }
}
