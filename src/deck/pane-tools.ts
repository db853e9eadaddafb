// The buttons in a pane's bar: what they do, and when there is something for them to do.

import type { PaneActions } from "./keys.ts";

/** What the buttons do: what keys do, too, and more. */
export interface ToolActions extends PaneActions {
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
    for (const [name, act] of Object.entries(actions)) this.#listen(part(name), act);
  }

  show({ isBusy, isRunning, isPaused }: ToolState): void {
    this.#disable("stop", !isBusy);
    this.#disable("pause", !isRunning);
    this.#disable("step", !isRunning);
    this.#part("pause").setAttribute("aria-pressed", String(isPaused));
  }

  /** A button without use stays where the keyboard finds it, and says that it has none. */
  #disable(name: string, isDisabled: boolean): void {
    this.#part(name).setAttribute("aria-disabled", String(isDisabled));
  }

  #listen(element: HTMLElement, act: () => void): void {
    (element as HTMLButtonElement).disabled = false;
    element.addEventListener("click", () => {
      if (element.getAttribute("aria-disabled") !== "true") act();
    });
  }
}
