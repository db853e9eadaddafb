// Draws the overlay above the lanes: the playhead with the state of each lane, the part that is pointed at, the
// selection, and the viewer's guesses of when the runs end.

import type { MomentDot } from "../picture/moment-dots.ts";
import { fixed, keyed, setAttributes, setText, show, svgElement } from "../svg/svg.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The viewer's guess of when a run ends. */
export interface GuessMark {
  readonly key: string;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
  readonly anchor: "start" | "end";
}

export interface Overlay {
  /** Undefined if the newest moment is shown. */
  readonly playhead: number | undefined;
  readonly dots: readonly (MomentDot & { readonly x: number })[];
  readonly pointed: Box | undefined;
  /** The range of the axis that is being selected. */
  readonly selected: { readonly from: number; readonly to: number } | undefined;
  readonly guesses: readonly GuessMark[];
}

/** The elements of the overlay. `update` may be called once per frame. */
export class OverlayDrawing {
  readonly element = svgElement("g");
  readonly #veil = svgElement("rect", "timeline-veil");
  readonly #line = svgElement("path", "timeline-playhead-line");
  readonly #dots = svgElement("g");
  readonly #pointed = svgElement("rect", "timeline-pointed");
  readonly #selected = svgElement("rect", "timeline-selected");
  readonly #guesses = svgElement("g");
  readonly #dotDrawings = new Map<string, DotDrawing>();
  readonly #guessDrawings = new Map<string, GuessDrawing>();

  constructor() {
    this.element.append(this.#veil, this.#selected, this.#line, this.#dots, this.#pointed, this.#guesses);
  }

  /** @param right right end of the plot */
  update({ playhead, dots, pointed, selected, guesses }: Overlay, right: number, height: number): void {
    show(this.#veil, playhead !== undefined);
    show(this.#line, playhead !== undefined);
    if (playhead !== undefined) {
      const width = Math.max(0, right + 2 - playhead);
      setAttributes(this.#veil, { x: playhead, y: 0, width, height });
      setAttributes(this.#line, { d: `M${fixed(playhead)} 0V${fixed(height)}` });
    }
    const make = () => new DotDrawing();
    keyed(this.#dots, this.#dotDrawings, dots, make, (drawing, dot) => drawing.update(dot));
    show(this.#pointed, pointed !== undefined);
    if (pointed) setAttributes(this.#pointed, { ...pointed, rx: 4 });
    show(this.#selected, selected !== undefined);
    if (selected) {
      const x = Math.min(selected.from, selected.to);
      setAttributes(this.#selected, { x, y: 0, width: Math.abs(selected.to - selected.from), height });
    }
    const makeGuess = () => new GuessDrawing();
    keyed(this.#guesses, this.#guessDrawings, guesses, makeGuess, (drawing, guess) => drawing.update(guess));
  }
}

class DotDrawing {
  readonly element = svgElement("circle");

  update({ x, y, radius, state, className }: Overlay["dots"][number]): void {
    setAttributes(this.element, {
      class: `timeline-dot timeline-lane ${className}`.trim(),
      "data-state": state,
      cx: x,
      cy: y,
      r: Math.max(2, radius),
    });
  }
}

class GuessDrawing {
  readonly element = svgElement("g", "timeline-guess");
  readonly #line = svgElement("path");
  readonly #text = svgElement("text");

  constructor() {
    this.element.append(this.#line, this.#text);
  }

  update({ x, top, bottom, text, anchor }: GuessMark): void {
    setAttributes(this.#line, { d: `M${fixed(x)} ${fixed(top)}V${fixed(bottom)}` });
    setAttributes(this.#text, {
      x: anchor === "start" ? x + 6 : x - 6,
      y: bottom - 6,
      "text-anchor": anchor,
      "font-size": 18,
    });
    setText(this.#text, text);
  }
}
