// The card beside the part that the viewer points at: its sentence, further details, and its line of the program.

import type { Place } from "../../trace/events/events.ts";
import { promptOf } from "../../trace/fold/prompts.ts";
import type { Part } from "../parts/parts.ts";
import { fixed } from "../svg/svg.ts";

export interface CardSpot {
  /** The box that the card must not cover, in slide units from the timeline's corner. */
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** The space for the card. */
  readonly width: number;
  readonly height: number;
}

const gap = 8;
const widest = 460;

/** The card. Hidden from assistive technology, because the part itself says the same. */
export class Card {
  readonly element = document.createElement("div");
  readonly #words = document.createElement("p");
  readonly #more = document.createElement("p");
  readonly #line = document.createElement("p");

  constructor() {
    this.element.className = "timeline-card";
    this.element.hidden = true;
    this.element.setAttribute("aria-hidden", "true");
    this.element.append(this.#words, this.#more, this.#line);
  }

  show({ words, more, place }: Pick<Part, "words" | "more" | "place">, spot: CardSpot): void {
    this.#words.textContent = words;
    this.#more.textContent = more.join("\n");
    this.#more.hidden = more.length === 0;
    this.#line.textContent = place ? placeText(place) : "";
    this.#line.hidden = place === undefined;
    this.element.hidden = false;
    this.#place(spot);
  }

  hide(): void {
    if (!this.element.hidden) this.element.hidden = true;
  }

  // Places the card below the part, or above it if there is no room below.
  #place({ x, top, bottom, width, height }: CardSpot): void {
    this.element.style.maxWidth = `${Math.min(widest, width - 2 * gap)}px`;
    const { offsetWidth, offsetHeight } = this.element;
    const left = Math.max(gap, Math.min(x, width - offsetWidth - gap));
    const fitsBelow = bottom + gap + offsetHeight <= height;
    const y = fitsBelow ? bottom + gap : Math.max(gap, top - gap - offsetHeight);
    this.element.style.translate = `${fixed(left)}px ${fixed(y)}px`;
  }
}

function placeText(place: Place): string {
  if (promptOf(place) !== undefined) return `line ${place.line} of what was entered`;
  return `line ${place.line} of ${place.file} ↵`;
}
