// The timeline of a pane: one run, or several on one axis, drawn into a host element as they go on.

import type { Place } from "../trace/events.ts";
import type { Position } from "../trace/playhead.ts";
import type { TaskSpan } from "../trace/tasks.ts";
import { plainTimes, type Times } from "../trace/times.ts";
import type { RequestSpan } from "../trace/trace.ts";
import { axisHeight } from "./dimensions.ts";
import { TimelineDrawing } from "./draw.ts";
import { LaneFollow } from "./follow-lane.ts";
import { Gestures } from "./gestures.ts";
import { LaneGrid } from "./lane-grid.ts";
import { layoutTimeline, type TimelineLayout } from "./layout.ts";
import { type LaneLook, type Looks, plainTaskLook } from "./looks.ts";
import { overlayOf, playheadX, positionUnder } from "./overlay.ts";
import { PlayheadSlider } from "./playhead-slider.ts";
import { boxOf, type Scene, sceneLines } from "./pointing.ts";
import { gridRows, Reading } from "./reading.ts";
import { anyRunning, nothingRan, runReach, type TimelineRun } from "./runs.ts";
import type { TimeWindow } from "./scale.ts";
import { summary, timelineTable } from "./table.ts";
import { TableDrawing } from "./table-drawing.ts";
import { taskTable } from "./task-table.ts";
import { timelineKey } from "./timeline-keys.ts";
import { Viewing } from "./viewing.ts";

export type { LaneLook } from "./looks.ts";
export type { TimelineRun } from "./runs.ts";
export type { TimeWindow } from "./scale.ts";

export interface TimelineOptions {
  /** Accessible name of the figure and caption of the table. */
  readonly name: string;
  /** How a request looks. */
  readonly look: (request: RequestSpan) => LaneLook;
  /** How a task looks; without it, each is called by its name. */
  readonly taskLook?: (task: TaskSpan) => LaneLook;
  /** How times are written; without it, in seconds. */
  readonly times?: Times;
  /** The viewer points at something that a line of the program is about; undefined where they no longer do. */
  readonly onPoint?: (place: Place | undefined, run: number) => void;
  /** The viewer goes to a line of the program. */
  readonly onPlace?: (place: Place, run: number) => void;
  /** The viewer chose one of several runs. */
  readonly onChoose?: (run: number) => void;
  /** The viewer goes to a moment of the shown run; undefined is back to the newest one. */
  readonly onSeek?: (position: Position | undefined) => void;
  /** Lets the playhead go on by itself, or stand still. */
  readonly onPlay?: () => void;
}

/** What of the runs is shown. */
export interface Showing {
  /** The moment that the viewer has gone to; undefined for the newest. */
  readonly position: Position | undefined;
  /** Number of the run that is stepped through. */
  readonly shown: number;
  /** When each run was expected to end, in milliseconds, by its label. */
  readonly guesses: ReadonlyMap<string, number>;
}

const newest: Showing = { position: undefined, shown: 0, guesses: new Map() };
const tableInterval = 500;
/** More rows are not kept up to date while something runs and nobody sees them. */
const mostRowsUnseen = 100;
let views = 0;

/** Draws runs into `host`, whose style sets its size. */
export class TimelineView {
  readonly #host: HTMLElement;
  readonly #options: TimelineOptions;
  readonly #looks: Looks;
  readonly #drawing: TimelineDrawing;
  readonly #grid: LaneGrid;
  readonly #slider: PlayheadSlider;
  readonly #reading: Reading;
  readonly #viewing = new Viewing();
  readonly #table: TableDrawing;
  readonly #summary = document.createElement("p");
  readonly #head = document.createElement("div");
  readonly #scroll = document.createElement("div");
  readonly #spacer = document.createElement("div");
  readonly #stage = document.createElement("div");
  readonly #follow = new LaneFollow();
  readonly #resizes = new ResizeObserver(() => this.#resize());
  /** Asking the page for it in every frame would make it lay itself out each time. */
  #size = { width: 0, height: 0 };
  #runs: readonly TimelineRun[] = [];
  #now: number | undefined;
  #showing = newest;
  #selected: TimeWindow | undefined;
  #layout: TimelineLayout | undefined;
  #isScrolling = false;
  #scrolledTo = 0;
  #tableDrawnAt = Number.NEGATIVE_INFINITY;

  constructor(host: HTMLElement, options: TimelineOptions) {
    views += 1;
    const id = `timeline-${views}`;
    this.#host = host;
    this.#options = options;
    const { name, times = plainTimes, look, taskLook = plainTaskLook } = options;
    this.#looks = { times, request: look, task: taskLook };
    this.#drawing = new TimelineDrawing(id);
    this.#grid = new LaneGrid(id, name);
    this.#slider = new PlayheadSlider({
      times,
      onSeek: (position) => options.onSeek?.(position),
      onPlay: () => options.onPlay?.(),
    });
    this.#reading = new Reading({
      onPoint: (place, run) => options.onPoint?.(place, run),
      onPlace: (place, run) => options.onPlace?.(place, run),
      onChoose: (run) => options.onChoose?.(run),
      onFold: (key) => this.#viewing.toggleFold(key),
    });
    this.#table = new TableDrawing(name);
    this.#summary.className = "timeline-summary";
    this.#summary.id = `${id}-summary`;
    this.#build();
    this.#listen();
    this.draw([], undefined);
    this.#resizes.observe(host);
  }

  /**
   * Shows the runs; may be called once per frame.
   * @param now current time in milliseconds while something runs; undefined shows each run up to its end.
   */
  draw(runs: readonly TimelineRun[], now: number | undefined, showing: Showing = newest): void {
    const isOther = runs[0]?.trace !== this.#runs[0]?.trace || runs.length !== this.#runs.length;
    if (isOther) this.#viewing.reset();
    if (isOther) this.#reading.forget();
    const hasMoved = showing.position && showing.position.t !== this.#showing.position?.t;
    this.#runs = runs;
    this.#now = now;
    this.#showing = showing;
    if (hasMoved && this.#layout && showing.position) this.#viewing.show(showing.position.t, this.#layout);
    this.#drawPicture();
    this.#drawText();
  }

  /** Shows a part of the axis, in milliseconds; undefined for all of it. */
  setWindow(window: TimeWindow | undefined): void {
    this.#viewing.setWindow(window);
    this.#drawPicture();
  }

  /** One step closer (1) or farther (-1), around the playhead or the middle; 0 shows the whole axis. */
  zoom(direction: 1 | 0 | -1): void {
    const at = this.#showing.position?.t;
    if (direction === 0) this.#viewing.setWindow(undefined);
    else if (this.#layout) this.#viewing.zoomStep(direction, this.#layout, at, this.#now);
    this.#drawPicture();
  }

  /** Shows all hand-overs of control, or those of generators alone. */
  toggleHandovers(): boolean {
    this.#viewing.toggleHandovers();
    this.#drawPicture();
    return this.#viewing.view.handovers;
  }

  /** Folds every lane that has others below it, but the program's, or unfolds all. */
  foldAll(isFolded: boolean): void {
    const scene = this.#scene();
    const keys = scene ? sceneLines({ ...scene, folded: new Set() }) : [];
    const parents = keys.filter(({ item }) => item && "below" in item && item.below > 0);
    this.#viewing.foldAll(isFolded ? parents.map(({ key }) => key) : []);
    this.#drawPicture();
  }

  #build(): void {
    const empty = document.createElement("p");
    empty.className = "timeline-empty";
    empty.textContent = "Nothing has run yet. Press Run.";
    this.#head.className = "timeline-head";
    this.#head.append(this.#drawing.axis, this.#slider.element);
    this.#stage.className = "timeline-stage";
    this.#stage.append(this.#drawing.lanes, this.#grid.element);
    this.#spacer.className = "timeline-spacer";
    this.#spacer.append(this.#stage);
    this.#scroll.className = "timeline-scroll";
    this.#scroll.append(this.#spacer);
    this.#host.classList.add("timeline");
    this.#host.setAttribute("role", "figure");
    this.#host.setAttribute("aria-label", this.#options.name);
    this.#host.setAttribute("aria-describedby", this.#summary.id);
    const parts = [this.#summary, empty, this.#head, this.#scroll, this.#reading.card.element];
    this.#host.replaceChildren(...parts, this.#table.element);
  }

  #listen(): void {
    this.#scroll.addEventListener("scroll", () => this.#scrolled());
    const grid = this.#grid.element;
    grid.addEventListener("keydown", (event) => this.#takeKey(event));
    for (const name of ["focus", "blur"] as const) {
      grid.addEventListener(name, () => {
        this.#reading.focus(name === "focus");
        this.#drawPicture();
      });
    }
    this.#head.addEventListener("pointerdown", (event) => this.#scrub(event));
    this.#addGestures();
  }

  #addGestures(): void {
    const draws = (act: (scene: Scene) => void) => {
      const scene = this.#scene();
      if (!scene) return;
      act(scene);
      this.#drawPicture();
    };
    new Gestures(this.#stage, {
      point: (at) => draws((scene) => this.#reading.point(at, scene)),
      choose: (at, isTouch) => draws((scene) => this.#reading.choose(at, isTouch, scene)),
      chooseTwice: () => draws((scene) => this.#zoomToPart(scene)),
      pan: (units) => draws(({ layout }) => this.#viewing.panBy(units, layout)),
      zoom: (x, factor) => draws(({ layout }) => this.#viewing.zoomAround(x, factor, layout, this.#now)),
      select: (from, to, isDone) => draws(({ layout }) => this.#select(from, to, isDone, layout)),
      canPan: () => this.#layout?.isZoomed ?? false,
      canScroll: () => this.#isScrolling,
    });
  }

  /** Follows the pointer from where it is pressed on the axis. */
  #scrub(down: PointerEvent): void {
    if (down.button !== 0 || !this.#layout) return;
    down.preventDefault();
    this.#slider.element.focus({ preventScroll: true });
    this.#head.setPointerCapture(down.pointerId);
    const seek = (event: PointerEvent) => this.#seekTo(event);
    seek(down);
    this.#head.addEventListener("pointermove", seek);
    const end = () => this.#head.removeEventListener("pointermove", seek);
    this.#head.addEventListener("lostpointercapture", end, { once: true });
  }

  #seekTo({ clientX }: PointerEvent): void {
    const layout = this.#layout;
    if (!layout) return;
    const { left, width } = this.#head.getBoundingClientRect();
    const x = (clientX - left) / (width / this.#head.offsetWidth || 1);
    const inside = Math.max(layout.plot.left, Math.min(x, layout.plot.right));
    const trace = this.#runs[this.#showing.shown]?.trace;
    if (trace) this.#options.onSeek?.(positionUnder(inside, layout, trace, this.#showing.shown));
  }

  #takeKey(event: KeyboardEvent): void {
    const scene = this.#scene();
    if (!scene) return;
    const t = this.#showing.position?.t ?? scene.layout.axis.to;
    const isTaken = timelineKey(event, {
      move: (key) => this.#reading.takeKey(key, t, scene),
      open: () => this.#reading.open(scene),
      fold: () => this.#reading.toggleFold(scene),
      zoom: (direction) => this.zoom(direction),
      zoomToPart: () => this.#zoomToPart(scene),
      pan: (direction) => this.#viewing.panStep(direction, scene.layout),
      handovers: () => void this.toggleHandovers(),
      goTo: () => this.#goToPart(scene),
    });
    if (!isTaken) return;
    event.preventDefault();
    event.stopPropagation();
    this.#drawPicture();
    this.#keepLineInView();
  }

  #zoomToPart(scene: Scene): void {
    const stretch = this.#reading.stretch(scene);
    if (stretch) this.#viewing.zoomTo(stretch, scene.layout);
  }

  /** Brings the playhead to where the part begins. */
  #goToPart(scene: Scene): void {
    const { from } = this.#reading.stretch(scene) ?? {};
    const trace = this.#runs[this.#showing.shown]?.trace;
    if (from === undefined || !trace) return;
    this.#options.onSeek?.(
      positionUnder(scene.layout.drawnX(from), scene.layout, trace, this.#showing.shown),
    );
  }

  #select(from: number, to: number, isDone: boolean, layout: TimelineLayout): void {
    const inside = (x: number) => Math.max(layout.plot.left, Math.min(x, layout.plot.right));
    this.#selected = isDone ? undefined : { from: inside(from), to: inside(to) };
    if (!isDone) return;
    const [first = 0, last = 0] = [from, to].map((x) => layout.timeAt(inside(x))).sort((a, b) => a - b);
    this.#viewing.setWindow(last > first ? { from: first, to: last } : undefined);
  }

  #keepLineInView(): void {
    const scene = this.#scene();
    const { line } = this.#reading;
    if (!scene || line === undefined) return;
    const index = sceneLines(scene).findIndex(({ key }) => key === line);
    const box = boxOf(line, scene);
    if (box && box.y >= 0 && box.y + box.height <= this.#stage.offsetHeight) return;
    // Of a line that is scrolled away it is known how many are above it.
    const top = box ? this.#scroll.scrollTop + box.y : this.#heightOf(index);
    this.#scroll.scrollTop = Math.max(0, top - this.#stage.offsetHeight / 2);
  }

  #heightOf(index: number): number {
    const layout = this.#layout;
    const count = layout?.counts.reduce((sum, each) => sum + each, 0) ?? 1;
    return ((layout?.height ?? 0) * index) / Math.max(1, count);
  }

  #scene(): Scene | undefined {
    const [layout, runs, now, looks] = [this.#layout, this.#runs, this.#now, this.#looks];
    return layout && { runs, now, looks, layout, folded: this.#viewing.view.folded };
  }

  #drawPicture(): void {
    const { width, height } = this.#size;
    const empty = nothingRan(this.#runs, this.#now);
    this.#host.classList.toggle("is-empty", empty);
    if (empty || width === 0) return;
    const room = height - axisHeight;
    this.#viewing.follow(anyRunning(this.#runs, this.#now) ? this.#now : undefined);
    this.#layout = this.#fittingLayout({ width, height }, room);
    const scene = this.#scene();
    if (!scene) return;
    const { cell, box } = this.#reading.show(scene, { width, height, top: axisHeight });
    this.#drawing.update(
      scene.layout,
      room,
      overlayOf(scene, this.#showing, box, this.#selected),
      this.#showing.shown,
    );
    const { rows, count } = gridRows(scene);
    this.#grid.update(rows, this.#reading.active, cell, count);
    this.#updateSlider(scene);
    this.#scrollToView();
  }

  #resize(): void {
    this.#size = { width: this.#host.clientWidth, height: this.#host.clientHeight };
    this.#drawPicture();
  }

  // What was scrolled from here is heard, too.
  #scrolled(): void {
    const { scrollTop, clientHeight } = this.#scroll;
    if (Math.abs(scrollTop - this.#viewing.view.top) < 1) return;
    this.#viewing.scrollTo(scrollTop);
    this.#follow.scrolled(scrollTop, clientHeight);
    this.#drawPicture();
  }

  #scrollToView(): void {
    const { top } = this.#viewing.view;
    if (Math.abs(top - this.#scrolledTo) < 1) return;
    this.#scrolledTo = top;
    this.#scroll.scrollTop = top;
  }

  // The picture may have become lower than it was scrolled, and there may be a newer lane to be seen.
  #fittingLayout(size: { readonly width: number; readonly height: number }, room: number): TimelineLayout {
    const layOut = () => layoutTimeline(this.#runs, this.#now, this.#looks, size, this.#viewing.view);
    const layout = layOut();
    const most = Math.max(0, layout.height - room);
    setHeight(this.#spacer, Math.max(layout.height, room));
    setHeight(this.#stage, room);
    this.#isScrolling = most > 0;
    this.#scroll.classList.toggle("is-scrolling", this.#isScrolling);
    const { top } = this.#viewing.view;
    const wanted = this.#follow.topFor(layout.newest, this.#runs[0]?.trace, top, room);
    const inside = Math.max(0, Math.min(wanted, most));
    if (Math.abs(inside - top) < 1) return layout;
    this.#viewing.scrollTo(inside);
    return layOut();
  }

  #updateSlider(scene: Scene): void {
    const { position, shown } = this.#showing;
    const run = this.#runs[shown];
    const now = Math.max(0, ...this.#runs.map((run) => runReach(run, this.#now)));
    const { layout } = scene;
    const x = position ? playheadX(scene, position, shown) : layout.x(now);
    const inside = Math.max(layout.plot.left, Math.min(x, layout.plot.right));
    this.#slider.update({ trace: run?.trace, position, x: inside, last: layout.axis.to, now });
  }

  #drawText(): void {
    const time = performance.now();
    if (anyRunning(this.#runs, this.#now) && time - this.#tableDrawnAt < tableInterval) return;
    this.#tableDrawnAt = time;
    const [runs, now, looks] = [this.#runs, this.#now, this.#looks];
    const hasTasks = runs.some(({ trace }) => trace.tasks.length > 0);
    if (this.#now !== undefined && !this.#table.isOpen && countRequests(runs) > mostRowsUnseen) return;
    this.#table.update(
      timelineTable(runs, now, looks, this.#showing),
      hasTasks ? () => taskTable(runs, now, looks, this.#showing) : undefined,
    );
    const text = summary(this.#runs, this.#now, looks.times);
    if (this.#summary.textContent !== text) this.#summary.textContent = text;
  }
}

function countRequests(runs: readonly TimelineRun[]): number {
  return runs.reduce((sum, { trace }) => sum + trace.requests.length, 0);
}

function setHeight({ style }: HTMLElement, height: number): void {
  const text = `${Math.round(height * 10) / 10}px`;
  if (style.height !== text) style.height = text;
}
