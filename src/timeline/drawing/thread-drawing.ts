// Draws the lanes of threads and of locks.

import type { LockLane } from "../lanes/lock-lane.ts";
import type { ThreadLane } from "../lanes/thread-lane.ts";
import { acrossLane, barPath, blocksPath, linesPath, readyPath } from "../svg/bar-paths.ts";
import { BlockedBar } from "../svg/blocked-bar.ts";
import { HatchedBar, type Hatching } from "../svg/hatched-bar.ts";
import { keyed, setAttributes, svgElement } from "../svg/svg.ts";
import { BarTexts } from "./bar-texts.ts";
import { laneElementClass } from "./label-drawing.ts";
import { BlocksDrawing } from "./loop-drawing.ts";
import { MarkDrawing } from "./mark-drawing.ts";

/** The elements of one thread. `update` may be called once per frame. */
export class ThreadDrawing {
  readonly element = svgElement("g");
  readonly #starting = svgElement("path", "timeline-starting");
  readonly #life = svgElement("path", "timeline-life");
  /** Hides the line of its life behind the bars. */
  readonly #back = svgElement("path", "timeline-blocked-back");
  readonly #waits: HatchedBar;
  readonly #ready = svgElement("path", "timeline-ready");
  readonly #blocked: BlockedBar;
  readonly #held = new HeldBlocks();
  readonly #texts = new BarTexts();
  readonly #ends = svgElement("g");
  readonly #marks = new Map<string, MarkDrawing>();

  constructor(hatching: Hatching) {
    this.#waits = new HatchedBar(hatching);
    this.#blocked = new BlockedBar(hatching);
    this.element.append(this.#starting, this.#life, this.#back, ...this.#waits.elements, this.#ready);
    this.element.append(this.#held.element, ...this.#blocked.elements, this.#texts.element, this.#ends);
  }

  update(lane: ThreadLane): void {
    const across = acrossLane(lane);
    const { parts, marks, openAt } = lane;
    setAttributes(this.element, { class: laneElementClass(lane) });
    setAttributes(this.#starting, { d: linesPath([lane.starting], across) });
    setAttributes(this.#life, { d: linesPath([lane.life], across) });
    const isOpen = (right: number) => openAt !== undefined && right > openAt - 0.1;
    const waits = parts.waits.map((wait) => barPath(wait, across, isOpen(wait.x + wait.width)));
    setAttributes(this.#back, { d: blocksPath([...parts.waits, ...parts.ready], across) });
    this.#waits.update(waits.join(""), lane);
    setAttributes(this.#ready, { d: parts.ready.map((part) => readyPath(part, across)).join("") });
    this.#held.update(parts.blocks, lane);
    this.#blocked.update(parts.blocked, across);
    this.#texts.update(lane);
    keyed(
      this.#ends,
      this.#marks,
      marks.map((mark, index) => ({ mark, key: String(index) })),
      () => new MarkDrawing(),
      (drawing, { mark }) => drawing.update(mark, lane.y + lane.height / 2),
    );
  }
}

/** The elements of one lock. `update` may be called once per frame. */
export class LockDrawing {
  readonly element = svgElement("g");
  readonly #line = svgElement("path", "timeline-life");
  readonly #held = new HeldBlocks();
  readonly #texts = new BarTexts();

  constructor() {
    this.element.append(this.#line, this.#held.element, this.#texts.element);
  }

  update(lane: LockLane): void {
    setAttributes(this.element, { class: laneElementClass(lane) });
    setAttributes(this.#line, { d: linesPath([lane.line], acrossLane(lane)) });
    this.#held.update(lane.blocks, lane);
    this.#texts.update(lane);
  }
}

/** Blocks in the colours of several looks. */
class HeldBlocks {
  readonly element = svgElement("g");
  readonly #drawings = new Map<string, BlocksDrawing>();

  update(blocks: LockLane["blocks"], lane: LockLane | ThreadLane): void {
    const across = acrossLane(lane);
    keyed(
      this.element,
      this.#drawings,
      blocks,
      ({ key }) => new BlocksDrawing(key),
      (drawing, { extents }) => drawing.update(extents, across),
    );
  }
}
