// Calculates the overlay above the lanes: the playhead with the state of each lane, and the viewer's guesses. Pure.

import type { Position } from "../../trace/moment/playhead.ts";
import type { Box, GuessMark, Overlay } from "../drawing/overlay-drawing.ts";
import { guessText } from "../picture/guess.ts";
import { momentDots, positionIn } from "../picture/moment-dots.ts";
import { textWidth } from "../scale/lane-label.ts";
import { runReach } from "../scale/runs.ts";
import type { TimeWindow } from "../scale/scale.ts";
import type { Showing } from "../scale/showing.ts";
import type { PlayheadState } from "./playhead-slider.ts";
import type { Scene } from "./pointing.ts";

export function overlayOf(
  scene: Scene,
  { position, shown, guesses }: Showing,
  pointed: Box | undefined,
  selected: TimeWindow | undefined,
): Overlay {
  const { layout, runs } = scene;
  const x = position && layout.x(position.t, position.seq);
  const isSeen = x !== undefined && x >= layout.plot.left - 1 && x <= layout.plot.right + 1;
  return {
    playhead: x === undefined ? undefined : Math.max(layout.plot.left, Math.min(x, layout.plot.right)),
    dots: position && isSeen ? dotsOf(scene, position, shown, x) : [],
    pointed,
    selected,
    guesses: runs.flatMap((run, index) => guessMark(run.label, index, scene, guesses.get(run.label))),
  };
}

/** Returns where the playhead's handle is. At the newest moment it moves along with the run. */
export function playheadState({ runs, now, layout }: Scene, { position, shown }: Showing): PlayheadState {
  const newest = Math.max(0, ...runs.map((run) => runReach(run, now)));
  const x = position ? layout.x(position.t, position.seq) : layout.x(newest);
  const inside = Math.max(layout.plot.left, Math.min(x, layout.plot.right));
  return { trace: runs[shown]?.trace, position, x: inside, last: layout.axis.to, now: newest };
}

function dotsOf({ runs, layout }: Scene, position: Position, shown: number, x: number): Overlay["dots"] {
  const stepped = runs[shown]?.trace;
  return layout.groups.flatMap((group, index) => {
    const trace = runs[index]?.trace;
    if (!trace) return [];
    const dots = momentDots(group, trace, positionIn(trace, stepped, position));
    return dots.map((dot) => ({ ...dot, key: `${index} ${dot.key}`, x }));
  });
}

function guessMark(
  label: string,
  index: number,
  { layout, looks, runs }: Scene,
  guess: number | undefined,
): GuessMark[] {
  const group = layout.groups[index];
  if (guess === undefined || !group) return [];
  const x = layout.x(guess);
  const text = guessText(guess, runs[index]?.trace.total, looks.times);
  const isNearEnd = x + textWidth(text, 18) > layout.width - 8;
  const anchor = isNearEnd ? "end" : "start";
  return [{ key: label, x, top: Math.max(0, group.top), bottom: group.bottom, text, anchor }];
}
