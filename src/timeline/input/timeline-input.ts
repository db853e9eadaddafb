// Connects pointers, wheel and keys to a timeline.

import type { Position } from "../../trace/moment/playhead.ts";
import type { TimelineFrame } from "../drawing/timeline-frame.ts";
import type { TimelineLayout } from "../picture/layout.ts";
import type { TimeWindow } from "../scale/scale.ts";
import type { Showing } from "../scale/showing.ts";
import { Gestures } from "./gestures.ts";
import { takeLaneKey } from "./lane-keys.ts";
import { boxOf, type Scene, sceneLines } from "./pointing.ts";
import type { Reading } from "./reading.ts";
import type { Viewing } from "./viewing.ts";

export interface TimelineInputOptions {
  readonly frame: TimelineFrame;
  /** The element of the lanes' grid. */
  readonly grid: HTMLElement;
  /** The playhead's handle. */
  readonly slider: HTMLElement;
  readonly reading: Reading;
  readonly viewing: Viewing;
  /** Returns the scene in the picture; `undefined` before the first picture. */
  readonly scene: () => Scene | undefined;
  readonly showing: () => Showing;
  readonly redraw: () => void;
  /** Scrolls the lanes; `top` is in slide units. */
  readonly scrollTo: (top: number) => void;
  readonly zoom: (direction: 1 | 0 | -1) => void;
  readonly onSeek: (position: Position | undefined) => void;
}

/** Listens on the elements of a timeline. */
export class TimelineInput {
  readonly #options: TimelineInputOptions;
  #selected: TimeWindow | undefined;

  constructor(options: TimelineInputOptions) {
    this.#options = options;
    const { grid, frame, reading, redraw } = options;
    grid.addEventListener("keydown", (event) => this.#takeKey(event));
    for (const name of ["focus", "blur"] as const) {
      grid.addEventListener(name, () => {
        reading.focus(name === "focus", options.scene());
        redraw();
      });
    }
    frame.head.addEventListener("pointerdown", (event) => this.#scrub(event));
    this.#addGestures();
  }

  /** The range that is being dragged over, in slide units. */
  get selected(): TimeWindow | undefined {
    return this.#selected;
  }

  #endSelection(): void {
    this.#selected = undefined;
    this.#options.redraw();
  }

  #addGestures(): void {
    const { frame, reading, viewing, scene, redraw } = this.#options;
    const draws = (act: (scene: Scene) => void) => {
      const present = scene();
      if (!present) return;
      act(present);
      redraw();
    };
    new Gestures(frame.stage, {
      point: (at) => draws((present) => reading.point(at, present)),
      choose: (at, isTouch) => draws((present) => reading.choose(at, isTouch, present)),
      follow: (at, isTouch) => draws((present) => reading.follow(at, isTouch, present)),
      chooseTwice: () => draws((present) => this.#zoomToPart(present)),
      pan: (units) => draws(({ layout }) => viewing.panBy(units, layout)),
      zoom: (x, factor) => draws(({ layout, now }) => viewing.zoomAround(x, factor, layout, now)),
      select: (from, to, isDone) => draws(({ layout }) => this.#select(from, to, isDone, layout)),
      cancel: () => this.#endSelection(),
      canPan: () => scene()?.layout.isZoomed ?? false,
      canScroll: () => frame.isScrolling,
    });
  }

  /** Follows the pointer after it is pressed on the axis. */
  #scrub(down: PointerEvent): void {
    if (down.button !== 0 || !this.#options.scene()) return;
    const { head } = this.#options.frame;
    down.preventDefault();
    this.#options.slider.focus({ preventScroll: true });
    head.setPointerCapture(down.pointerId);
    const seek = (event: PointerEvent) => this.#seekTo(event, head);
    seek(down);
    head.addEventListener("pointermove", seek);
    const end = () => head.removeEventListener("pointermove", seek);
    head.addEventListener("lostpointercapture", end, { once: true });
  }

  #seekTo({ clientX }: PointerEvent, head: HTMLElement): void {
    const scene = this.#options.scene();
    if (!scene) return;
    const { left, width } = head.getBoundingClientRect();
    // The slide is scaled on the screen, so pixels are converted to slide units.
    this.#seekToX((clientX - left) / (width / head.offsetWidth || 1), scene);
  }

  #seekToX(x: number, { layout, runs }: Scene): void {
    const { shown } = this.#options.showing();
    const trace = runs[shown]?.trace;
    if (trace) this.#options.onSeek(layout.positionAt(insidePlot(x, layout), trace));
  }

  #takeKey(event: KeyboardEvent): void {
    const { scene, showing, reading, viewing, zoom, redraw } = this.#options;
    const present = scene();
    if (!present) return;
    const playhead = playheadX(present.layout, showing().position);
    const isTaken = takeLaneKey(event, {
      move: (key) => reading.takeKey(key, playhead, present),
      open: () => reading.open(present),
      fold: () => reading.toggleFold(present),
      zoom,
      zoomToPart: () => this.#zoomToPart(present),
      pan: (direction) => viewing.panStep(direction, present.layout),
      handovers: () => viewing.toggleHandovers(),
      goTo: () => this.#goToPart(present),
    });
    if (!isTaken) return;
    event.preventDefault();
    event.stopPropagation();
    redraw();
    this.#keepLineInView();
  }

  #zoomToPart(scene: Scene): void {
    const part = this.#options.reading.part(scene);
    if (part) this.#options.viewing.zoomTo({ from: part.from.t, to: part.to.t }, scene.layout);
  }

  /** Moves the playhead to the beginning of the part. */
  #goToPart(scene: Scene): void {
    const { from } = this.#options.reading.part(scene) ?? {};
    if (from) this.#seekToX(scene.layout.x(from.t, from.seq), scene);
  }

  #select(from: number, to: number, isDone: boolean, layout: TimelineLayout): void {
    this.#selected = isDone ? undefined : { from: insidePlot(from, layout), to: insidePlot(to, layout) };
    if (!isDone) return;
    const times = [from, to].map((x) => layout.timeAt(insidePlot(x, layout)));
    const [first = 0, last = 0] = times.sort((one, other) => one - other);
    this.#options.viewing.setWindow(last > first ? { from: first, to: last } : undefined);
  }

  #keepLineInView(): void {
    const { scene, reading, frame, viewing, scrollTo } = this.#options;
    const present = scene();
    const { line } = reading;
    if (!present || line === undefined) return;
    const box = boxOf(line, present);
    const room = frame.room - present.layout.covered;
    const covered = present.layout.groups[0]?.pinned?.height ?? 0;
    if (box && box.y >= covered && box.y + box.height <= room) return;
    const index = sceneLines(present).findIndex(({ key }) => key === line);
    // The position of a line that is scrolled out of view is not known, only how many lines are above it.
    const top = box ? viewing.view.top + box.y : roughTopOf(index, present.layout);
    scrollTo(Math.max(0, top - room / 2));
  }
}

/** Returns the position of the playhead. At the newest moment that is the end of the axis. */
function playheadX({ x, axis }: TimelineLayout, position: Position | undefined): number {
  return position ? x(position.t, position.seq) : x(axis.to);
}

function insidePlot(x: number, { plot }: TimelineLayout): number {
  return Math.max(plot.left, Math.min(x, plot.right));
}

/** Estimates the position of a line that is scrolled out of view, well enough to bring it into view. */
function roughTopOf(index: number, { counts, height }: TimelineLayout): number {
  const count = counts.reduce((sum, each) => sum + each, 0);
  return (height * index) / Math.max(1, count);
}
