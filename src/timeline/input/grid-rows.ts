// Makes the rows of the grid from the lanes of a picture. Pure; slide units.

import { keyOf } from "../lanes/lane-items.ts";
import { foldKey } from "../scale/view.ts";
import type { GridRow } from "./lane-grid.ts";
import { boxOf, headingKey, levelOf, type Scene } from "./pointing.ts";

/** Returns the rows of the visible lanes, and the count of all rows. */
export function gridRows(scene: Scene): { readonly rows: GridRow[]; readonly count: number } {
  const { runs, layout } = scene;
  const rows: GridRow[] = [];
  let before = 0;
  for (const [index, group] of layout.groups.entries()) {
    const run = runs[index];
    if (!run) continue;
    if (runs.length > 1) rows.push(headingRow(run.label, headingKey(run), ++before, scene));
    for (const [offset, lane] of group.lanes.entries()) {
      const item = group.items[offset];
      if (!item || lane.kind === "note") continue;
      const canFold = "below" in item && item.below > 0;
      rows.push({
        key: foldKey(run.label, keyOf(item)),
        number: before + group.first + offset + 1,
        level: levelOf(item, runs.length),
        isFolded: canFold ? item.isFolded : undefined,
        name: lane.title,
        y: lane.y,
        height: lane.height,
        labelWidth: layout.plot.left - 4,
      });
    }
    before += scene.layout.counts[index] ?? 0;
  }
  return { rows, count: before };
}

function headingRow(label: string, key: string, number: number, scene: Scene): GridRow {
  const box = boxOf(key, scene) ?? { y: 0, height: 20, width: 100 };
  return {
    key,
    number,
    level: 1,
    isFolded: undefined,
    name: () => label,
    y: box.y,
    height: box.height,
    labelWidth: box.width,
  };
}
