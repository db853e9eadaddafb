// The buttons in a pane's bar: what they do, and when there is something for them to do.

import { onPress, setUse } from "../controls/button.ts";

/** What the buttons do, by the name of each. */
export interface ToolActions {
  readonly run: () => void;
  readonly stop: () => void;
  readonly pause: () => void;
  readonly step: () => void;
  readonly reset: () => void;
}

/** What is going on in the pane. */
export interface ToolState {
  /** Something runs, is on its way to it, or is being evaluated at the prompt. */
  readonly isBusy: boolean;
  /** A program goes on. */
  readonly isRunning: boolean;
  /** Its clock stands still. */
  readonly isPaused: boolean;
}

/** The buttons of one pane. */
export class PaneTools {
  readonly #part: (name: string) => HTMLElement;

  /** @param part finds an element of the pane by its `data-part`, which is the name of an action */
  constructor(part: (name: string) => HTMLElement, actions: ToolActions) {
    this.#part = part;
    for (const [name, act] of Object.entries(actions)) {
      const button = part(name) as HTMLButtonElement;
      button.disabled = false;
      onPress(button, act);
    }
  }

  show({ isBusy, isRunning, isPaused }: ToolState): void {
    setUse(this.#part("stop"), isBusy);
    setUse(this.#part("pause"), isRunning);
    setUse(this.#part("step"), isRunning);
    this.#part("pause").setAttribute("aria-pressed", String(isPaused));
  }
}
