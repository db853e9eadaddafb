// The timeline of a pane. Draws one run, or several on one axis, into a host element while they run.

import type { Place } from "../trace/events/events.ts";
import type { TaskSpan } from "../trace/fold/tasks.ts";
import type { Position } from "../trace/moment/playhead.ts";
import type { RequestSpan, ThreadSpan } from "../trace/trace.ts";
import { plainTimes, type Times } from "../trace/words/times.ts";
import { TimelineDrawing } from "./drawing/draw.ts";
import { TimelineFrame } from "./drawing/timeline-frame.ts";
import { FollowedLayout } from "./input/follow-lane.ts";
import { gridRows } from "./input/grid-rows.ts";
import { LaneGrid } from "./input/lane-grid.ts";
import { overlayOf, playheadState } from "./input/overlay.ts";
import { PlayheadSlider } from "./input/playhead-slider.ts";
import { foldableKeys, type Scene } from "./input/pointing.ts";
import { Reading } from "./input/reading.ts";
import { TimelineInput } from "./input/timeline-input.ts";
import { Viewing } from "./input/viewing.ts";
import { layoutTimeline, type TimelineLayout } from "./picture/layout.ts";
import { axisHeight } from "./scale/dimensions.ts";
import { type LaneLook, type Looks, plainTaskLook, plainThreadLook } from "./scale/looks.ts";
import { anyRunning, nothingRan, type TimelineRun } from "./scale/runs.ts";
import type { TimeWindow } from "./scale/scale.ts";
import { newest, type Showing } from "./scale/showing.ts";
import type { View } from "./scale/view.ts";
import { TimelineText } from "./timeline-text.ts";

export type { LaneLook } from "./scale/looks.ts";
export type { TimelineRun } from "./scale/runs.ts";
export type { TimeWindow } from "./scale/scale.ts";

export interface TimelineOptions {
  /** Accessible name of the figure and caption of the table. */
  readonly name: string;
  /** Returns the look of a request. */
  readonly look: (request: RequestSpan) => LaneLook;
  /** Returns the look of a task. By default a task is labelled with its name. */
  readonly taskLook?: (task: TaskSpan) => LaneLook;
  /** Returns the look of a thread. By default a thread is labelled with its name. */
  readonly threadLook?: (thread: ThreadSpan) => LaneLook;
  /** True for a task whose lane is folded when it appears. By default no lane is. */
  readonly beginsFolded?: (task: TaskSpan) => boolean;
  /** The format of times. By default times are in seconds. */
  readonly times?: Times;
  /** The viewer points at a part with this line of the program; undefined when they no longer do. */
  readonly onPoint?: (place: Place | undefined, run: number) => void;
  /** The viewer goes to a line of the program. */
  readonly onPlace?: (place: Place, run: number) => void;
  /** The viewer chose one of several runs. */
  readonly onChoose?: (run: number) => void;
  /** Returns the playhead's position, which may change more than once between two pictures. */
  readonly position?: () => Position | undefined;
  /** The viewer goes to a moment of the shown run; undefined for the newest moment. */
  readonly onSeek?: (position: Position | undefined) => void;
  /** Starts or stops playing. */
  readonly onPlay?: () => void;
}

let views = 0;

/** Draws runs into `host`. The style of `host` sets the size. */
export class TimelineView {
  readonly #host: HTMLElement;
  readonly #options: TimelineOptions;
  readonly #looks: Looks;
  readonly #drawing: TimelineDrawing;
  readonly #grid: LaneGrid;
  readonly #slider: PlayheadSlider;
  readonly #reading: Reading;
  readonly #viewing = new Viewing();
  readonly #text: TimelineText;
  readonly #frame: TimelineFrame;
  readonly #input: TimelineInput;
  readonly #followed: FollowedLayout;
  readonly #resizes = new ResizeObserver(() => this.#resize());
  /** Kept here, because reading the size in every frame would force layout each time. */
  #size = { width: 0, height: 0 };
  #runs: readonly TimelineRun[] = [];
  #now: number | undefined;
  #showing = newest;
  #layout: TimelineLayout | undefined;

  constructor(host: HTMLElement, options: TimelineOptions) {
    views += 1;
    const id = `timeline-${views}`;
    this.#host = host;
    this.#options = options;
    const { name, times = plainTimes, look } = options;
    const { taskLook = plainTaskLook, threadLook = plainThreadLook } = options;
    this.#looks = { times, request: look, task: taskLook, thread: threadLook };
    this.#drawing = new TimelineDrawing(id);
    this.#grid = new LaneGrid(id, name);
    this.#slider = new PlayheadSlider({
      times,
      position: () => (options.position ? options.position() : this.#showing.position),
      onSeek: (position) => options.onSeek?.(position),
      onPlay: () => options.onPlay?.(),
    });
    this.#reading = new Reading({
      onPoint: (place, run) => options.onPoint?.(place, run),
      onPlace: (place, run) => options.onPlace?.(place, run),
      onChoose: (run) => options.onChoose?.(run),
      onFold: (key) => this.#viewing.toggleFold(key),
    });
    this.#text = new TimelineText({
      id,
      name,
      shown: () => ({ runs: this.#runs, now: this.#now, looks: this.#looks, showing: this.#showing }),
      onDraw: () => this.#grid.tell(),
    });
    this.#frame = new TimelineFrame(
      [this.#drawing.axis, this.#slider.element],
      [this.#drawing.lanes, this.#grid.element],
      (top, room) => this.#scrolled(top, room),
    );
    this.#followed = new FollowedLayout(this.#frame, this.#viewing);
    this.#input = this.#listen();
    this.#build();
    this.draw([], undefined);
    this.#resizes.observe(host);
  }

  /**
   * Shows the runs. May be called once per frame.
   * @param now current time in milliseconds while something runs; undefined shows each run up to its end
   */
  draw(runs: readonly TimelineRun[], now: number | undefined, showing: Showing = newest): void {
    if (areOther(runs, this.#runs)) {
      this.#viewing.reset();
      this.#reading.forget();
    }
    const hasMoved = showing.position && showing.position.t !== this.#showing.position?.t;
    this.#runs = runs;
    this.#now = now;
    this.#showing = showing;
    if (hasMoved && this.#layout && showing.position) this.#viewing.show(showing.position.t, this.#layout);
    this.#drawPicture();
    this.#text.schedule();
  }

  /** Shows a part of the axis, in milliseconds; undefined for all of it. */
  setWindow(window: TimeWindow | undefined): void {
    this.#viewing.setWindow(window);
    this.#drawPicture();
  }

  /** Zooms one step in (1) or out (-1), around the playhead or the middle. 0 shows the whole axis. */
  zoom(direction: 1 | 0 | -1): void {
    const at = this.#showing.position?.t;
    if (direction === 0) this.#viewing.setWindow(undefined);
    else if (this.#layout) this.#viewing.zoomStep(direction, this.#layout, at, this.#now);
    this.#drawPicture();
  }

  /** Switches between all hand-overs of control and those of generators only. */
  toggleHandovers(): void {
    this.#viewing.toggleHandovers();
    this.#drawPicture();
  }

  get hasHandovers(): boolean {
    return this.#viewing.view.handovers;
  }

  /** Moves the focus to the playhead. */
  focusPlayhead(): void {
    this.#slider.element.focus();
  }

  /** Folds every lane that has lanes below it, except the program's; or unfolds all. */
  foldAll(isFolded: boolean): void {
    this.#viewing.foldAll(isFolded ? foldableKeys({ runs: this.#runs }) : []);
    this.#drawPicture();
  }

  #listen(): TimelineInput {
    return new TimelineInput({
      frame: this.#frame,
      grid: this.#grid.element,
      slider: this.#slider.element,
      reading: this.#reading,
      viewing: this.#viewing,
      scene: () => this.#scene(),
      showing: () => this.#showing,
      redraw: () => this.#drawPicture(),
      scrollTo: (top) => this.#scrolled(top, this.#frame.room),
      zoom: (direction) => this.zoom(direction),
      onSeek: (position) => this.#options.onSeek?.(position),
    });
  }

  #build(): void {
    const { name } = this.#options;
    const empty = document.createElement("p");
    empty.className = "timeline-empty";
    empty.textContent = "Nothing has run yet. Press Run.";
    const { head, scroll } = this.#frame;
    this.#host.classList.add("timeline");
    this.#host.setAttribute("role", "figure");
    this.#host.setAttribute("aria-label", name);
    this.#host.setAttribute("aria-describedby", this.#text.summary.id);
    const parts = [this.#text.summary, empty, head, scroll, this.#reading.card.element];
    this.#host.replaceChildren(...parts, this.#text.table);
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
    if (this.#options.beginsFolded) this.#viewing.foldNew(this.#runs, this.#options.beginsFolded);
    this.#viewing.follow(anyRunning(this.#runs, this.#now) ? this.#now : undefined);
    const layOut = (view: View) =>
      layoutTimeline(this.#runs, this.#now, this.#looks, { width, height }, view);
    this.#layout = this.#followed.fit(layOut, this.#runs.at(-1)?.trace, room);
    const scene = this.#scene();
    if (!scene) return;
    const { cell, box } = this.#reading.show(scene, { width, height, top: axisHeight });
    this.#drawing.update(
      scene.layout,
      room,
      overlayOf(scene, this.#showing, box, this.#input.selected),
      this.#showing.shown,
    );
    const { rows, count } = gridRows(scene);
    this.#grid.update(rows, this.#reading.active, cell, count);
    this.#slider.update(playheadState(scene, this.#showing));
    this.#frame.scrollTo(this.#viewing.view.top);
  }

  #resize(): void {
    this.#size = { width: this.#host.clientWidth, height: this.#host.clientHeight };
    this.#drawPicture();
  }

  #scrolled(top: number, room: number): void {
    if (this.#followed.scroll(top, room)) this.#drawPicture();
  }
}

function areOther(some: readonly TimelineRun[], others: readonly TimelineRun[]): boolean {
  return some.length !== others.length || some.some(({ trace }, index) => trace !== others[index]?.trace);
}
