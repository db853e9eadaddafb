// From the picture to what somebody points at in it, and back. Pure; slide units.

import type { Box } from "../drawing/overlay-drawing.ts";
import { keyOf, type LaneItem } from "../lanes/lane-items.ts";
import { laneList } from "../lanes/lane-list.ts";
import type { GroupLayout } from "../picture/group.ts";
import type { TimelineLayout } from "../picture/layout.ts";
import type { Looks } from "../scale/looks.ts";
import type { TimelineRun } from "../scale/runs.ts";
import { toldRun } from "../scale/told-run.ts";
import { foldKey } from "../scale/view.ts";
import type { GridLine } from "./grid-cursor.ts";
import { type Part, type PointedLane, partCount } from "./parts.ts";

/** What is in the picture. */
export interface Scene {
  readonly runs: readonly TimelineRun[];
  readonly now: number | undefined;
  readonly looks: Looks;
  readonly layout: TimelineLayout;
  readonly folded: ReadonlySet<string>;
}

/** A line of the grid: a run's heading, or a lane. */
export interface SceneLine {
  /** Number of the run. */
  readonly run: number;
  /** Undefined for the run's heading. */
  readonly item: LaneItem | undefined;
  readonly key: string;
}

/** All lines from the top, also those that are scrolled away. Runs have headings where there are several. */
export function sceneLines({ runs, folded }: Pick<Scene, "runs" | "folded">): SceneLine[] {
  return runs.flatMap((run, index) => {
    const lanes = laneList(run, folded)
      .items.filter(({ kind }) => kind !== "note")
      .map((item) => ({ run: index, item, key: foldKey(run.label, keyOf(item)) }));
    return runs.length < 2 ? lanes : [{ run: index, item: undefined, key: headingKey(run) }, ...lanes];
  });
}

export function headingKey({ label }: TimelineRun): string {
  return foldKey(label, "run");
}

/** How the keyboard sees a line. */
export function gridLine(line: SceneLine, scene: Scene): GridLine {
  const { item, key } = line;
  const lane = pointedLane(line, scene);
  const canFold = item && "below" in item && item.below > 0;
  return {
    key,
    level: levelOf(item, scene.runs.length),
    parts: lane ? partCount(lane) : 0,
    isFolded: canFold ? item.isFolded : undefined,
  };
}

export function levelOf(item: LaneItem | undefined, runs: number): number {
  const below = item && "depth" in item ? item.depth : 0;
  return 1 + below + (item && runs > 1 ? 1 : 0);
}

/** A lane with what is known of its run; undefined for a heading. */
export function pointedLane({ run: index, item }: SceneLine, scene: Scene): PointedLane | undefined {
  const run = scene.runs[index];
  if (!run || !item) return undefined;
  const { trace } = run;
  const drawn = scene.layout.drawn[index] ?? trace;
  const told = toldRun({ run, now: scene.now }, scene.looks.times);
  return { item: drawnItem(item, drawn), drawn, told };
}

// Where times are moved, what is drawn is another trace's.
function drawnItem(item: LaneItem, drawn: PointedLane["drawn"]): LaneItem {
  if (item.kind === "task") return { ...item, span: drawn.tasks[item.span.task] ?? item.span };
  if (item.kind === "request") return { ...item, span: drawn.requests[item.span.request] ?? item.span };
  if (item.kind === "prompt")
    return { ...item, spans: item.spans.map((span) => drawn.tasks[span.task] ?? span) };
  if (item.kind === "timers")
    return { ...item, spans: item.spans.map((span) => drawn.timers[span.timer] ?? span) };
  return item;
}

/** The lane at a height, with its box; undefined between and below the lanes. */
export function lineAt({ runs, layout }: Scene, y: number): (SceneLine & Box) | undefined {
  for (const [run, group] of layout.groups.entries()) {
    if (group.footer && y >= group.footer.top) continue;
    if (group.pinned && y < group.pinned.height) continue;
    const index = group.lanes.findIndex((lane) => y >= lane.y && y < lane.y + lane.height);
    const [lane, item] = [group.lanes[index], group.items[index]];
    const label = runs[run]?.label;
    if (!lane || !item || label === undefined || item.kind === "note") continue;
    const key = foldKey(label, keyOf(item));
    return { run, item, key, x: 0, y: lane.y, width: layout.width, height: lane.height };
  }
  return undefined;
}

/** Where a line is drawn; undefined where it is not to be seen. */
export function boxOf(key: string, { runs, layout }: Scene): Box | undefined {
  for (const [run, group] of layout.groups.entries()) {
    const own = runs[run];
    if (!own) continue;
    if (key === headingKey(own)) return headingBox(group, layout);
    const index = group.items.findIndex((item) => foldKey(own.label, keyOf(item)) === key);
    const lane = group.lanes[index];
    if (lane) return { x: 0, y: lane.y, width: layout.width, height: lane.height };
  }
  return undefined;
}

function headingBox({ heading }: GroupLayout, { width }: TimelineLayout): Box | undefined {
  if (!heading) return undefined;
  return { x: 0, y: heading.y - heading.size, width: Math.min(width, 150), height: heading.size * 1.35 };
}

/** Where a part is drawn, inside its lane. */
export function partBox({ from, to }: Part, lane: Box, { plot, drawnX }: TimelineLayout): Box {
  const left = Math.max(plot.left - 4, drawnX(from));
  const right = Math.min(plot.right + 4, drawnX(to));
  const width = Math.max(6, right - left);
  return { x: left - (width - Math.max(0, right - left)) / 2, y: lane.y + 1, width, height: lane.height - 2 };
}
