// The tool bar: a narrow column in the left margin of the slides, which no slide uses.

import { onPress } from "../../controls/button.ts";
import type { InkState } from "../state/ink-event.ts";
import type { InkStore } from "../state/ink-store.ts";
import type { InkTools } from "../tools/ink-tools.ts";
import { type ToolButton, toolButtons } from "./tools.ts";

export class ToolBar {
  readonly element = Object.assign(document.createElement("div"), { className: "ink-bar", hidden: true });
  readonly #ink: InkTools;
  readonly #isFixed: boolean;
  readonly #buttons: readonly (readonly [ToolButton, HTMLButtonElement])[];

  /** @param isFixed true if the bar is always open */
  constructor(store: InkStore, ink: InkTools, isFixed: boolean) {
    this.#ink = ink;
    this.#isFixed = isFixed;
    this.element.hidden = !isFixed;
    this.#buttons = toolButtons.map((tool) => [tool, this.#button(tool)]);
    this.element.setAttribute("role", "toolbar");
    this.element.setAttribute("aria-label", "Pointing and drawing");
    if (!isFixed) this.element.setAttribute("aria-orientation", "vertical");
    this.element.append(...this.#buttons.map(([, button]) => button));
    if (!isFixed) this.element.append(this.#closeButton());
    // A press must not move the focus: keys go on turning slides, or into the editor.
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
    store.listen((_, state) => this.#show(state));
    this.#show(store.state);
  }

  /** True if the bar is open and can be closed. */
  get canClose(): boolean {
    return !this.#isFixed && !this.element.hidden;
  }

  /** Opens the bar, or closes it. */
  toggle(): void {
    this.element.hidden = this.canClose;
  }

  close(): void {
    this.element.hidden = !this.#isFixed;
  }

  #button({ label, key, picture, colour, act }: ToolButton): HTMLButtonElement {
    const button = pictureButton(key ? `${label} (${key})` : label, picture);
    button.setAttribute("aria-label", label);
    if (key) button.setAttribute("aria-keyshortcuts", key);
    if (colour) button.dataset.colour = colour;
    onPress(button, () => act(this.#ink));
    return button;
  }

  #closeButton(): HTMLButtonElement {
    const button = pictureButton("Close (A)", '<path d="M6 6l12 12M18 6L6 18"/>');
    button.setAttribute("aria-label", "Close the tools");
    onPress(button, () => {
      this.#ink.putAway();
      this.close();
    });
    return button;
  }

  #show(state: InkState): void {
    for (const [{ isOn }, button] of this.#buttons)
      if (isOn) button.setAttribute("aria-pressed", String(isOn(state)));
  }
}

function pictureButton(title: string, picture: string): HTMLButtonElement {
  const button = Object.assign(document.createElement("button"), { type: "button", title });
  button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true">${picture}</svg>`;
  return button;
}
