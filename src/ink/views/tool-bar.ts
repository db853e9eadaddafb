// The tool bar: a narrow column in the left margin of the slides, which no slide uses.

import { onPress } from "../../controls/button.ts";
import type { InkState } from "../state/ink-event.ts";
import type { InkStore } from "../state/ink-store.ts";
import type { InkTools } from "../tools/ink-tools.ts";
import { type ToolButton, toolButtons } from "./tools.ts";

export class ToolBar {
  readonly element = Object.assign(document.createElement("div"), { className: "ink-bar", hidden: true });
  readonly #ink: InkTools;
  readonly #buttons: readonly (readonly [ToolButton, HTMLButtonElement])[];

  constructor(store: InkStore, ink: InkTools) {
    this.#ink = ink;
    this.#buttons = toolButtons.map((tool) => [tool, this.#button(tool)]);
    this.element.setAttribute("role", "toolbar");
    this.element.setAttribute("aria-label", "Pointing and drawing");
    this.element.setAttribute("aria-orientation", "vertical");
    this.element.append(...this.#buttons.map(([, button]) => button), this.#closeButton());
    // A press must not move the focus: keys go on turning slides, or into the editor.
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
    store.listen((_, state) => this.#show(state));
    this.#show(store.state);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  toggle(): void {
    this.element.hidden = this.isOpen;
  }

  close(): void {
    this.element.hidden = true;
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
