// Draws one run: heading, lanes, hand-overs, the rows below, the end line with its time, and the ratio.

import type { Lane } from "../lanes/lanes.ts";
import type { Arrow } from "../picture/arrows.ts";
import type { EndLine } from "../picture/end-line.ts";
import type { GroupLayout } from "../picture/group.ts";
import type { Hatching } from "../svg/hatched-bar.ts";
import { fixed, keyed, setAttributes, setSizedText, show, svgElement } from "../svg/svg.ts";
import { LabelDrawing } from "./label-drawing.ts";
import { type LaneDrawing, laneDrawing } from "./lane-drawing.ts";
import { LinksDrawing } from "./links-drawing.ts";
import { BoundsDrawing, FlightDrawing, OutputDrawing } from "./rows-drawing.ts";

const headLength = 7;
const headHalf = 3.5;

export interface GroupManner {
  /** True if the console shows this run. */
  readonly isShown: boolean;
  /** True if the run ends after the moment that is shown. */
  readonly isLater: boolean;
}

/** The elements of one run. `update` may be called once per frame. */
export class GroupDrawing {
  readonly element = svgElement("g", "timeline-group");
  /** The texts at the run's end. They lie above the veil that covers the future. */
  readonly sums = svgElement("g");
  /** Everything that is placed on the axis. Clipped while only part of the axis is visible. */
  readonly #plot = svgElement("g");
  readonly #heading = svgElement("text", "timeline-heading");
  readonly #endLine = svgElement("path", "timeline-end");
  readonly #rows = svgElement("g");
  /** Covers the lanes behind the rows that stay at the bottom. */
  readonly #footer = svgElement("rect", "timeline-footer");
  readonly #lanes = svgElement("g");
  readonly #labels = svgElement("g");
  readonly #pinned = new PinnedLane();
  readonly #shafts = svgElement("path", "timeline-handover");
  readonly #heads = svgElement("path", "timeline-handover-head");
  readonly #links = new LinksDrawing();
  readonly #total = svgElement("text", "timeline-total");
  readonly #word = svgElement("text", "timeline-end-word");
  readonly #ratio = svgElement("text", "timeline-ratio");
  readonly #flight = new FlightDrawing();
  readonly #bounds = new BoundsDrawing();
  readonly #output = new OutputDrawing();
  readonly #laneDrawings = new Map<string, LaneDrawing>();
  readonly #labelDrawings = new Map<string, LabelDrawing>();
  readonly #hatching: Hatching;

  constructor(hatching: Hatching) {
    this.#hatching = hatching;
    const rows = [this.#flight, this.#bounds, this.#output];
    this.#plot.append(this.#endLine, this.#lanes, this.#shafts, this.#heads, this.#links.element);
    this.#rows.append(...rows.map(({ plot }) => plot));
    this.element.append(this.#heading, this.#plot, this.#labels, this.#footer, this.#rows);
    this.element.append(...rows.map(({ texts }) => texts));
    this.element.append(this.#pinned.element);
    this.sums.append(this.#total, this.#word, this.#ratio);
  }

  /** @param clip the clip path for the plot, or "none" */
  update(group: GroupLayout, clip: string, { isShown, isLater }: GroupManner): void {
    setAttributes(this.sums, { class: isLater ? "is-later" : "" });
    for (const plot of [this.#plot, this.#rows]) setAttributes(plot, { "clip-path": clip });
    setSizedText(this.#heading, group.heading);
    setAttributes(this.#heading, { "data-shown": String(isShown) });
    this.#updateLanes(group.lanes);
    this.#pinned.update(group.pinned, clip);
    setAttributes(this.#shafts, { d: shaftsPath(group.arrows) });
    setAttributes(this.#heads, { d: headsPath(group.arrows) });
    this.#links.update(group.links);
    this.#updateFooter(group.footer);
    this.#flight.update(group.flight);
    this.#bounds.update(group.bounds);
    this.#output.update(group.output);
    this.#updateEnd(group.end, group.top, group.bottom);
    setSizedText(this.#ratio, group.ratio);
  }

  #updateLanes(lanes: readonly Lane[]): void {
    keyed(
      this.#lanes,
      this.#laneDrawings,
      lanes,
      (lane) => laneDrawing(lane, this.#hatching),
      (drawing, lane) => drawing.update(lane),
    );
    keyed(
      this.#labels,
      this.#labelDrawings,
      lanes.filter((lane) => lane.kind !== "note"),
      () => new LabelDrawing(),
      (drawing, lane) => drawing.update(lane),
    );
  }

  #updateFooter(footer: GroupLayout["footer"]): void {
    show(this.#footer, footer !== undefined);
    // Reaches to the bottom of the picture and a little further.
    if (footer)
      setAttributes(this.#footer, { x: 0, y: footer.top, width: 10_000, height: footer.height + 20 });
  }

  #updateEnd(end: EndLine | undefined, top: number, bottom: number): void {
    show(this.#endLine, end !== undefined);
    setSizedText(this.#total, end?.total);
    setSizedText(this.#word, end?.word);
    if (!end) return;
    for (const element of [this.element, this.sums]) setAttributes(element, { "data-state": end.state });
    setAttributes(this.#endLine, { d: `M${fixed(end.x)} ${fixed(top)}V${fixed(bottom)}` });
  }
}

/** The lane of the event loop or of a lock, pinned above the other lanes while these are scrolled. */
class PinnedLane {
  readonly element = svgElement("g", "timeline-pinned");
  readonly #back = svgElement("rect", "timeline-pinned-back");
  readonly #plot = svgElement("g");
  readonly #label = new LabelDrawing();
  #lane: LaneDrawing | undefined;
  #kind: Lane["kind"] | undefined;

  constructor() {
    this.element.append(this.#back, this.#plot, this.#label.element);
  }

  update(lane: Lane | undefined, clip: string): void {
    show(this.element, lane !== undefined);
    if (lane?.kind !== "loop" && lane?.kind !== "lock") return;
    if (!this.#lane || this.#kind !== lane.kind) {
      this.#lane = laneDrawing(lane, () => "none");
      this.#kind = lane.kind;
      this.#plot.replaceChildren(this.#lane.element);
    }
    this.#lane.update(lane);
    this.#label.update(lane);
    setAttributes(this.#plot, { "clip-path": clip });
    setAttributes(this.#back, { x: 0, y: lane.y - 2, width: 10_000, height: lane.height + 4 });
  }
}

function shaftsPath(arrows: readonly Arrow[]): string {
  return arrows.map(({ x, from, to }) => `M${fixed(x)} ${fixed(from)}V${fixed(to)}`).join("");
}

/** Triangles whose tips touch the receiving lane. */
function headsPath(arrows: readonly Arrow[]): string {
  return arrows
    .map(({ x, from, to }) => {
      const back = to > from ? -headLength : headLength;
      return `M${fixed(x)} ${fixed(to)}l${-headHalf} ${back}h${2 * headHalf}Z`;
    })
    .join("");
}
