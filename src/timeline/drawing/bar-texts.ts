// Draws the words in the bars of a lane, and "never".

import type { LaneWords } from "../bars/bar-words.ts";
import type { LaneBase } from "../scale/lane-frame.ts";
import type { TextSpot } from "../scale/lane-label.ts";
import { keyed, setAttributes, setText, show, svgElement } from "../svg/svg.ts";

/** The elements of the words of one lane. `update` may be called once per frame. */
export class BarTexts {
  readonly element = svgElement("g");
  readonly #texts = svgElement("g");
  readonly #words = new Map<string, WordDrawing>();
  readonly #never = svgElement("text", "timeline-never");

  constructor() {
    this.element.append(this.#texts, this.#never);
  }

  update({ words, never, wordSize: size, y, height }: LaneWords & LaneBase): void {
    const middle = y + height / 2 + size / 3;
    keyed(
      this.#texts,
      this.#words,
      words.map((spot, index) => ({ ...spot, key: String(index) })),
      () => new WordDrawing(),
      (drawing, spot) => drawing.update(spot, middle, size),
    );
    show(this.#never, never !== undefined);
    if (!never) return;
    setAttributes(this.#never, { x: never.x, y: middle, "text-anchor": never.anchor, "font-size": size });
    setText(this.#never, never.text);
  }
}

class WordDrawing {
  readonly element = svgElement("text", "timeline-word");

  update({ x, text, anchor }: TextSpot, y: number, size: number): void {
    setAttributes(this.element, { x, y, "text-anchor": anchor, "font-size": size });
    setText(this.element, text);
  }
}
