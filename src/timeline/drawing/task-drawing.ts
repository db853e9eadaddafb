// Draws a task's lane: its states over time, words and marks.

import type { TaskLane } from "../lanes/task-lane.ts";
import type { Extent } from "../scale/extents.ts";
import { type Across, acrossLane, barPath, blocksPath, linesPath, readyPath } from "../svg/bar-paths.ts";
import { BlockedBar } from "../svg/blocked-bar.ts";
import { HatchedBar, type Hatching } from "../svg/hatched-bar.ts";
import { keyed, setAttributes, svgElement } from "../svg/svg.ts";
import { BarTexts } from "./bar-texts.ts";
import { laneElementClass } from "./label-drawing.ts";
import { MarkDrawing } from "./mark-drawing.ts";

/** The elements of one task. `update` may be called once per frame. */
export class TaskDrawing {
  readonly element = svgElement("g");
  readonly #unknown = svgElement("path", "timeline-unknown");
  readonly #created = svgElement("path", "timeline-created");
  readonly #waits: HatchedBar;
  readonly #ready = svgElement("path", "timeline-ready");
  readonly #called = svgElement("path", "timeline-called");
  readonly #solid = svgElement("path", "timeline-solid");
  readonly #blocked: BlockedBar;
  readonly #texts = new BarTexts();
  readonly #ends = svgElement("g");
  readonly #marks = new Map<string, MarkDrawing>();

  constructor(hatching: Hatching) {
    this.#waits = new HatchedBar(hatching);
    this.#blocked = new BlockedBar(hatching);
    this.element.append(this.#unknown, this.#created, ...this.#waits.elements, this.#ready, this.#called);
    this.element.append(this.#solid, ...this.#blocked.elements, this.#texts.element, this.#ends);
  }

  update(lane: TaskLane): void {
    setAttributes(this.element, { class: laneElementClass(lane) });
    this.#updateParts(lane, acrossLane(lane));
    this.#texts.update(lane);
    this.#updateMarks(lane);
  }

  #updateParts(lane: TaskLane, across: Across): void {
    const { parts } = lane;
    const waits = parts.waits.map((wait) => barPath(wait, across, isOpen(wait, lane)));
    this.#waits.update(waits.join(""), lane);
    setAttributes(this.#unknown, { d: linesPath(parts.unknown, across) });
    setAttributes(this.#created, {
      d: parts.created.map((part) => barPath(part, inside(across), false)).join(""),
    });
    setAttributes(this.#ready, { d: parts.ready.map((part) => readyPath(part, across)).join("") });
    setAttributes(this.#called, { d: linesPath(parts.called, across) });
    setAttributes(this.#solid, { d: blocksPath(parts.solid, across) });
    this.#blocked.update(parts.blocked, across);
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

// Insets a dotted bar, so that its outline lines up with the outline of the bar beside it.
function inside({ top, height }: Across): Across {
  return { top: top + 1, height: height - 2 };
}
