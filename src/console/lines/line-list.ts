// Keeps the console's lines in the document in step with a trace. Each frame draws a limited share.

import type { OutputLine, Trace } from "../../trace/trace.ts";
import { type Extent, isComplete, length, nextStep, wantedExtent } from "./extent.ts";
import { LineDrawing, type LineManner } from "./line-drawing.ts";

/** The element of all lines, and the drawings in it. */
export class LineList {
  readonly element = document.createElement("div");
  readonly #manner: LineManner;
  #trace: Trace | undefined;
  #lines: readonly OutputLine[] = [];
  #drawn: Extent = { first: 0, end: 0 };
  #drawings: LineDrawing[] = [];
  #pages = 1;

  constructor(manner: LineManner) {
    this.#manner = manner;
    this.element.className = "console-lines";
  }

  /** How many earlier lines are neither in the document nor about to be drawn. */
  get earlier(): number {
    return this.#wanted().first;
  }

  get isEmpty(): boolean {
    return this.#drawings.length === 0;
  }

  /** Element of the newest line. */
  get newest(): HTMLElement | undefined {
    return this.#drawings.at(-1)?.element;
  }

  /** The same if the line is complete, and all lines are drawn. */
  get newestWhole(): HTMLElement | undefined {
    return this.#lines.at(-1)?.complete && !this.isBehind ? this.newest : undefined;
  }

  /** True if more frames are needed. */
  get isBehind(): boolean {
    return !isComplete(this.#drawn, this.#wanted());
  }

  /**
   * Shows another run from its first line, or another moment of the same run.
   * @param seq the newest event whose output is shown; undefined for all
   */
  show(trace: Trace | undefined, seq: number | undefined): void {
    this.#lines = (seq === undefined ? trace?.lines : trace?.linesAt(seq)) ?? [];
    if (trace === this.#trace) {
      this.#takeBack();
      return;
    }
    this.#trace = trace;
    this.#drawn = { first: 0, end: 0 };
    this.#drawings = [];
    this.#pages = 1;
    this.element.replaceChildren();
  }

  /** True if a step would change nothing. */
  get isUpToDate(): boolean {
    const line = this.#lines[this.#drawn.end - 1];
    return !this.isBehind && (line === undefined || this.#drawings.at(-1)?.shows(line) === true);
  }

  /** Asks for one more page of earlier lines. */
  revealEarlier(): void {
    this.#pages += 1;
  }

  /** Draws one frame's share of the changes. */
  step(): void {
    this.#updateLast();
    const step = nextStep(this.#drawn, this.#wanted());
    for (const drawing of this.#drawings.splice(0, step.drop)) drawing.element.remove();
    const above = this.#draw(step.prepend);
    const below = this.#draw(step.append);
    this.element.prepend(...above.map(({ element }) => element));
    this.element.append(...below.map(({ element }) => element));
    if (above.length > 0) this.#drawings.unshift(...above);
    this.#drawings.push(...below);
    this.#drawn = step.drawn;
  }

  // Removes lines that an earlier moment does not have yet.
  #takeBack(): void {
    const { first, end } = this.#drawn;
    if (end <= this.#lines.length) return;
    const kept = Math.max(0, this.#lines.length - first);
    for (const drawing of this.#drawings.splice(kept)) drawing.element.remove();
    this.#drawn = { first: Math.min(first, this.#lines.length), end: this.#lines.length };
  }

  // Only the newest drawn line can have changed. Lines after it are new.
  #updateLast(): void {
    const line = this.#lines[this.#drawn.end - 1];
    if (line) this.#drawings.at(-1)?.update(line);
  }

  #draw(extent: Extent): LineDrawing[] {
    if (length(extent) === 0) return [];
    const lines = this.#lines.slice(extent.first, extent.end);
    return lines.map((line) => {
      const drawing = new LineDrawing(line, this.#manner);
      drawing.update(line);
      return drawing;
    });
  }

  #wanted(): Extent {
    return wantedExtent(this.#lines.length, this.#pages);
  }
}
