// Draws a task's lane: label, what it does over time, words and marks.

import { type Across, acrossLane, barPath, blocksPath, linesPath, readyPath } from "./bar-paths.ts";
import type { Extent } from "./extents.ts";
import { LabelDrawing } from "./label-drawing.ts";
import type { Hatching } from "./lane-drawing.ts";
import type { TextSpot } from "./lane-label.ts";
import { MarkDrawing } from "./mark-drawing.ts";
import { keyed, setAttributes, setText, show, svgElement } from "./svg.ts";
import type { TaskLane } from "./task-lane.ts";
import { Tooltip } from "./tooltip.ts";

/** One task's elements; `update` may be called each frame. */
export class TaskDrawing {
  readonly element = svgElement("g");
  readonly #tooltip = new Tooltip(this.element);
  readonly #label = new LabelDrawing();
  readonly #unknown = svgElement("path", "timeline-unknown");
  readonly #created = svgElement("path", "timeline-created");
  readonly #tint = svgElement("path", "timeline-tint");
  readonly #hatch = svgElement("path", "timeline-hatch");
  readonly #outline = svgElement("path", "timeline-outline");
  readonly #ready = svgElement("path", "timeline-ready");
  readonly #called = svgElement("path", "timeline-called");
  readonly #solid = svgElement("path", "timeline-solid");
  readonly #texts = svgElement("g");
  readonly #words = new Map<string, WordDrawing>();
  readonly #never = svgElement("text", "timeline-never");
  readonly #ends = svgElement("g");
  readonly #marks = new Map<string, MarkDrawing>();
  readonly #hatching: Hatching;

  constructor(hatching: Hatching) {
    this.#hatching = hatching;
    this.element.append(...this.#label.elements, this.#unknown, this.#created);
    this.element.append(this.#tint, this.#hatch, this.#outline, this.#ready, this.#called, this.#solid);
    this.element.append(this.#texts, this.#never, this.#ends);
  }

  update(lane: TaskLane): void {
    setAttributes(this.element, { class: `timeline-lane ${lane.look.className}`.trim() });
    this.#tooltip.update(lane.title);
    this.#label.update(lane);
    this.#updateWaits(lane);
    this.#updateParts(lane, acrossLane(lane));
    this.#updateWords(lane);
    this.#updateMarks(lane);
  }

  #updateWaits(lane: TaskLane): void {
    const across = acrossLane(lane);
    const d = lane.parts.waits.map((wait) => barPath(wait, across, isOpen(wait, lane))).join("");
    setAttributes(this.#tint, { d });
    setAttributes(this.#hatch, { d, fill: this.#hatching(lane.look.className) });
    setAttributes(this.#outline, { d });
  }

  #updateParts({ parts }: TaskLane, across: Across): void {
    setAttributes(this.#unknown, { d: linesPath(parts.unknown, across) });
    setAttributes(this.#created, {
      d: parts.created.map((part) => barPath(part, inside(across), false)).join(""),
    });
    setAttributes(this.#ready, { d: parts.ready.map((part) => readyPath(part, across)).join("") });
    setAttributes(this.#called, { d: linesPath(parts.called, across) });
    setAttributes(this.#solid, { d: blocksPath(parts.solid, across) });
  }

  #updateWords({ words, never, wordSize: size, y, height }: TaskLane): void {
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

  #updateMarks({ marks, y, height }: TaskLane): void {
    keyed(
      this.#ends,
      this.#marks,
      marks.map((mark, index) => ({ mark, key: String(index) })),
      () => new MarkDrawing(),
      (drawing, { mark }) => drawing.update(mark, y + height / 2),
    );
  }
}

function isOpen({ x, width }: Extent, { openAt }: TaskLane): boolean {
  return openAt !== undefined && x + width > openAt - 0.1;
}

// A dotted line lies inside what it surrounds: so does that of a bar beside it.
function inside({ top, height }: Across): Across {
  return { top: top + 1, height: height - 2 };
}

class WordDrawing {
  readonly element = svgElement("text", "timeline-word");

  update({ x, text, anchor }: TextSpot, y: number, size: number): void {
    setAttributes(this.element, { x, y, "text-anchor": anchor, "font-size": size });
    setText(this.element, text);
  }
}
