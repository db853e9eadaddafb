// Draws a layout into two SVGs: the axis, and the visible lanes.

import type { TimelineLayout } from "../picture/layout.ts";
import { upright } from "../svg/blocked-bar.ts";
import { keyed, setAttributes, setText, svgElement } from "../svg/svg.ts";
import { GroupDrawing } from "./group-drawing.ts";
import { type Overlay, OverlayDrawing } from "./overlay-drawing.ts";

class TickDrawing {
  readonly element = svgElement("text", "timeline-tick");

  update({ x, text }: TimelineLayout["ticks"][number]): void {
    setAttributes(this.element, { x, y: 20, "text-anchor": "middle" });
    setText(this.element, text);
  }
}

/** Units by which marks at the ends of the window may stick out of it. */
const clipMargin = 5;

/** The elements of the picture. `update` may be called once per frame. */
export class TimelineDrawing {
  readonly axis = svgElement("svg", "timeline-axis");
  readonly lanes = svgElement("svg", "timeline-lanes");
  readonly #ticks = new Map<string, TickDrawing>();
  readonly #groups = new Map<string, GroupDrawing>();
  readonly #hatchings = new Map<string, SVGPatternElement>();
  readonly #grid = svgElement("path", "timeline-grid");
  readonly #overlay = new OverlayDrawing();
  readonly #runs = svgElement("g");
  readonly #sums = svgElement("g");
  readonly #defs = svgElement("defs");
  readonly #window = svgElement("rect");
  readonly #id: string;

  /** @param id unique in the page; hatchings and the clip path are referenced by it */
  constructor(id: string) {
    this.#id = id;
    for (const svg of [this.axis, this.lanes]) svg.setAttribute("aria-hidden", "true");
    const clip = svgElement("clipPath");
    clip.id = `${id}-window`;
    clip.append(this.#window);
    this.#defs.append(clip);
    this.lanes.append(this.#defs, this.#grid, this.#runs, this.#overlay.element, this.#sums);
  }

  /**
   * @param height height of the lanes
   * @param shown index of the run that the console shows
   */
  update(layout: TimelineLayout, height: number, overlay: Overlay, shown: number): void {
    setAttributes(this.axis, { width: layout.width, height: layout.axisHeight });
    setAttributes(this.lanes, { width: layout.width, height });
    setAttributes(this.#grid, {
      d: layout.ticks.map(({ x }) => `M${Math.round(x)} 0V${Math.round(height)}`).join(""),
    });
    const { left, right } = layout.plot;
    setAttributes(this.#window, { x: left - clipMargin, y: 0, width: right - left + 2 * clipMargin, height });
    const ticks = layout.ticks.map((tick) => ({ ...tick, key: tick.text }));
    keyed(
      this.axis,
      this.#ticks,
      ticks,
      () => new TickDrawing(),
      (drawing, tick) => drawing.update(tick),
    );
    this.#updateGroups(layout, shown, overlay.playhead);
    this.#overlay.update(overlay, Math.max(right, ...layout.groups.map(rightOf)), height);
  }

  #updateGroups({ groups, isZoomed }: TimelineLayout, shown: number, playhead: number | undefined): void {
    const make = () => new GroupDrawing((className) => this.#hatching(className));
    const numbered = groups.map((group, index) => ({ ...group, key: `${index} ${group.key}`, index }));
    const clip = isZoomed ? `url(#${this.#id}-window)` : "none";
    keyed(this.#runs, this.#groups, numbered, make, (drawing, group) => {
      const isLater = playhead !== undefined && (group.end?.x ?? 0) > playhead + 1;
      drawing.update(group, clip, { isShown: group.index === shown, isLater });
    });
    const sums = [...this.#groups.values()].map((drawing) => drawing.sums);
    if (sums.length !== this.#sums.childElementCount || sums.some((each) => each.parentNode !== this.#sums)) {
      this.#sums.replaceChildren(...sums);
    }
  }

  // A pattern takes its colours from where it is defined, not from where it is used. So there is one pattern per class.
  #hatching(className: string): string {
    const known = this.#hatchings.get(className) ?? this.#makeHatching(className);
    return `url(#${known.id})`;
  }

  #makeHatching(className: string): SVGPatternElement {
    const pattern = svgElement("pattern", `timeline-hatching ${className}`.trim());
    pattern.id = `${this.#id}-hatching-${this.#hatchings.size}`;
    setAttributes(pattern, {
      width: 9,
      height: 9,
      patternUnits: "userSpaceOnUse",
      patternTransform: className === upright ? "" : "rotate(45)",
    });
    const line = svgElement("rect");
    setAttributes(line, { width: 3, height: 9 });
    pattern.append(line);
    this.#defs.append(pattern);
    this.#hatchings.set(className, pattern);
    return pattern;
  }
}

function rightOf({ end }: TimelineLayout["groups"][number]): number {
  return end?.total ? end.total.x + 120 : 0;
}
