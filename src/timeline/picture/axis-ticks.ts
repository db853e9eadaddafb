// Positions of the ticks of the axis. Pure; slide units.

import type { Times } from "../../trace/words/times.ts";
import type { AxisPlace, Plot } from "../scale/axis-map.ts";
import { textWidth } from "../scale/lane-label.ts";
import { axisTicks, type TimeWindow } from "../scale/scale.ts";

export interface PlacedTick {
  readonly x: number;
  readonly text: string;
}

const tickSpacing = 84;
const mostTicks = 8;
const closestTicks = 60;
const tickText = 18;
const tickGap = 10;

/** Returns as many round times of the window as there is room for. */
export function placedTicks(
  window: TimeWindow,
  { left, right }: Plot,
  times: Times,
  x: AxisPlace,
): PlacedTick[] {
  const wanted = Math.floor((right - left) / tickSpacing);
  return uncrowded(window, Math.max(1, Math.min(mostTicks, wanted)), times, x);
}

// If events at one time are spread out, ticks are not at equal distances, so even the closest two must have room.
function uncrowded(window: TimeWindow, count: number, times: Times, x: AxisPlace): PlacedTick[] {
  const ticks = axisTicks(window, count, times).map(({ t, text }) => ({ x: x(t), text }));
  const isCrowded = ticks.some((tick, index) => {
    const before = ticks[index - 1];
    const least = Math.max(closestTicks, textWidth(tick.text, tickText) + tickGap);
    return before !== undefined && tick.x - before.x < least;
  });
  return isCrowded && count > 1 ? uncrowded(window, count - 1, times, x) : ticks;
}
