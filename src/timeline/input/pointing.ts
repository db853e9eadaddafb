// Maps points of the picture to lanes and parts, and back. Pure; slide units.

import { mainTask } from "../../trace/events/events.ts";
import type { Box } from "../drawing/overlay-drawing.ts";
import { keyOf, type LaneItem } from "../lanes/lane-items.ts";
import { laneList } from "../lanes/lane-list.ts";
import { partOf } from "../parts/part-of.ts";
import { type Part, type PointedLane, partAt, partCount } from "../parts/parts.ts";
import type { GroupLayout } from "../picture/group.ts";
import type { TimelineLayout } from "../picture/layout.ts";
import type { AxisPlace } from "../scale/axis-map.ts";
import { knownRun } from "../scale/known-run.ts";
import type { Looks } from "../scale/looks.ts";
import type { TimelineRun } from "../scale/runs.ts";
import { foldKey } from "../scale/view.ts";
import type { Point } from "./gestures.ts";
import type { GridCursor, GridLine } from "./grid-cursor.ts";

/** A part can still be hit this many units beside it. */
const slack = 5;

/** All that the picture shows. */
export interface Scene {
  readonly runs: readonly TimelineRun[];
  readonly now: number | undefined;
  readonly looks: Looks;
  readonly layout: TimelineLayout;
  readonly folded: ReadonlySet<string>;
}

/** A line of the grid: a run's heading or a lane. */
export interface SceneLine {
  /** Index of the run. */
  readonly run: number;
  /** Undefined for the run's heading. */
  readonly item: LaneItem | undefined;
  readonly key: string;
}

/**
 * Returns all lines from the top, including those scrolled out of view. Runs have headings if there are several runs.
 */
export function sceneLines({ runs, folded }: Pick<Scene, "runs" | "folded">): SceneLine[] {
  return runs.flatMap((run, index) => {
    const lanes = laneList(run, folded)
      .items.filter(({ kind }) => kind !== "note")
      .map((item) => ({ run: index, item, key: foldKey(run.label, keyOf(item)) }));
    return runs.length < 2 ? lanes : [{ run: index, item: undefined, key: headingKey(run) }, ...lanes];
  });
}

/** Returns the keys of all lanes that have lanes below them, folded or not. Leaves out the program's own lane. */
export function foldableKeys({ runs }: Pick<Scene, "runs">): string[] {
  return sceneLines({ runs, folded: new Set() }).flatMap(({ item, key }) => {
    const isMain = item?.kind === "task" && item.span.task === mainTask;
    return item && "below" in item && item.below > 0 && !isMain ? [key] : [];
  });
}

export function headingKey({ label }: TimelineRun): string {
  return foldKey(label, "run");
}

/** Returns a line as the keyboard's grid needs it. */
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

/** Returns a lane with the facts about its run; `undefined` for a heading. */
export function pointedLane({ run: index, item }: SceneLine, scene: Scene): PointedLane | undefined {
  const run = scene.runs[index];
  if (!run || !item) return undefined;
  return { item, run: knownRun({ run, now: scene.now }, scene.looks.times), x: scene.layout.farX };
}

/** Returns the lane at a height, with its box; `undefined` between and below the lanes. */
function lineAt({ runs, layout }: Scene, y: number): (SceneLine & Box) | undefined {
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

/** Returns where a line is drawn; `undefined` if it is not visible. */
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

/** Returns the index of the run whose heading is at the point. */
export function headingAt({ x, y }: Point, scene: Scene): number | undefined {
  if (scene.runs.length < 2) return undefined;
  const index = scene.runs.findIndex((run) => {
    const box = boxOf(headingKey(run), scene);
    return box && x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
  });
  return index < 0 ? undefined : index;
}

/** Returns the part at a point, or the lane if the point is on its label; `undefined` if nothing is there. */
export function cursorAt({ x, y }: Point, scene: Scene): GridCursor | undefined {
  const line = lineAt(scene, y);
  const lane = line && pointedLane(line, scene);
  if (!line || !lane) return undefined;
  if (x < scene.layout.plot.left - 4) return { line: line.key, part: undefined };
  const index = partAt(lane, x);
  const part = partOf(lane, index);
  if (!part) return undefined;
  // Beside a bar there is nothing, but a short bar must still be possible to hit.
  return isWithin(x, part, lane.x) ? { line: line.key, part: index } : undefined;
}

function isWithin(at: number, { from, to }: Part, x: AxisPlace): boolean {
  return at >= x(from.t, from.seq) - slack && at <= x(to.t, to.seq) + slack;
}

/** Returns where a part is drawn inside its lane. */
export function partBox({ from, to }: Part, lane: Box, { plot, x }: TimelineLayout): Box {
  const left = Math.max(plot.left - 4, x(from.t, from.seq));
  const right = Math.min(plot.right + 4, x(to.t, to.seq));
  const width = Math.max(6, right - left);
  return { x: left - (width - Math.max(0, right - left)) / 2, y: lane.y + 1, width, height: lane.height - 2 };
}
