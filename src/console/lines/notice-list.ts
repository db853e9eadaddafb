// Draws the pane's notices about a program, below its output: compile errors and hints.

import type { Place } from "../../trace/events/events.ts";
import { placeButton, textButton } from "./line-drawing.ts";
import { placeText } from "./text.ts";

/** A sentence from the pane, not from the program. */
export interface Notice {
  readonly tone: "error" | "hint";
  readonly text: string;
  readonly place?: Place;
  /** Buttons for what the viewer can do about it. */
  readonly choices?: readonly NoticeChoice[];
}

/** A button of a notice. */
export interface NoticeChoice {
  readonly label: string;
  readonly act: () => void;
}

/** The element of all notices, and the notices in it. */
export class NoticeList {
  readonly element = document.createElement("div");
  readonly #onPlace: (place: Place) => void;

  constructor(onPlace: (place: Place) => void) {
    this.#onPlace = onPlace;
    this.element.className = "console-notices";
  }

  get isEmpty(): boolean {
    return this.element.childElementCount === 0;
  }

  show(notices: readonly Notice[]): void {
    if (notices.length === 0 && this.isEmpty) return;
    this.element.replaceChildren(...notices.map((notice) => this.#draw(notice)));
  }

  #draw({ tone, text, place, choices = [] }: Notice): HTMLElement {
    const element = document.createElement("div");
    element.className = "console-notice";
    element.dataset.tone = tone;
    element.append(text);
    if (place) element.append(" ", placeButton(placeText(place), place, this.#onPlace));
    for (const { label, act } of choices) element.append(" ", textButton(label, act));
    return element;
  }
}
