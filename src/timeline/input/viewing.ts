// The view that the viewer has chosen (window, scroll position, folded lanes), and how it follows a running program.

import type { TaskSpan } from "../../trace/fold/tasks.ts";
import type { TimelineLayout } from "../picture/layout.ts";
import type { TimelineRun } from "../scale/runs.ts";
import type { TimeWindow } from "../scale/scale.ts";
import { panned, type View, wholeView, within, zoomed, zoomedByStep } from "../scale/view.ts";
import { NewTasks } from "./new-tasks.ts";

type Axis = Pick<TimelineLayout, "axis" | "window" | "plot" | "timeAt">;

/** Share of the window by which a key pans. */
const panShare = 0.15;
/** Share of the window that stays free after the present while the window follows it. */
const roomBehindNow = 0.08;

/** The chosen view. Whoever changes it must draw again. */
export class Viewing {
  #view: View = wholeView;
  /** True while the window follows the running program. */
  #follows = false;
  readonly #newTasks = new NewTasks();

  get view(): View {
    return this.#view;
  }

  /** Resets the window when other runs are shown. Folded lanes stay folded. */
  reset(): void {
    this.#follows = false;
    this.#change({ window: undefined });
  }

  scrollTo(top: number): void {
    this.#change({ top });
  }

  /** Undefined shows the whole axis. */
  setWindow(window: TimeWindow | undefined): void {
    this.#follows = false;
    this.#change({ window });
  }

  zoomAround(x: number, factor: number, layout: Axis, now: number | undefined): void {
    const at = layout.timeAt(Math.max(layout.plot.left, Math.min(x, layout.plot.right)));
    const window = zoomed(layout.window, at, factor, layout.axis);
    this.#change({ window });
    this.#follows = now !== undefined && window !== undefined && window.to >= now;
  }

  /** Zooms one step in (1) or out (-1), around a time or the middle. */
  zoomStep(direction: 1 | -1, layout: Axis, at: number | undefined, now: number | undefined): void {
    const { from, to } = layout.window;
    const isSeen = at !== undefined && at >= from && at <= to;
    const window = zoomedByStep(layout.window, direction, layout.axis, isSeen ? at : undefined);
    this.#change({ window });
    this.#follows = now !== undefined && window !== undefined && window.to >= now;
  }

  panBy(units: number, layout: Axis): void {
    const { window, plot, axis } = layout;
    const time = (units / (plot.right - plot.left)) * (window.to - window.from);
    this.setWindow(panned(window, -time, axis));
  }

  panStep(direction: 1 | -1, { window, axis }: Axis): void {
    this.setWindow(panned(window, direction * panShare * (window.to - window.from), axis));
  }

  /** Zooms to a range of time, with a little space around it. */
  zoomTo({ from, to }: TimeWindow, { axis }: Axis): void {
    const [first, last] = [Math.max(axis.from, from), Math.min(axis.to, to)];
    const around = Math.max(0.25, (last - first) * 0.06);
    this.setWindow(within({ from: first - around, to: last + around }, axis));
  }

  /** Pans the window by the least amount that brings `t` into it. */
  show(t: number, { axis }: Pick<Axis, "axis">): void {
    const { window } = this.#view;
    if (!window || (t >= window.from && t <= window.to)) return;
    const by = t < window.from ? t - window.from : t - window.to;
    this.setWindow(panned(window, by, axis));
  }

  /** Call this before each picture while a program runs. */
  follow(now: number | undefined): void {
    const { window } = this.#view;
    if (!this.#follows || !window || now === undefined) return;
    const length = window.to - window.from;
    const to = Math.max(window.to, now + length * roomBehindNow);
    this.#change({ window: { from: to - length, to } });
  }

  /** Folds the lanes of new tasks for which `folds` is true. A lane that a viewer has unfolded stays so in later runs. */
  foldNew(runs: readonly TimelineRun[], folds: (task: TaskSpan) => boolean): void {
    const keys = this.#newTasks.keysIn(runs, folds);
    if (keys.length > 0) this.#change({ folded: new Set([...this.#view.folded, ...keys]) });
  }

  toggleFold(key: string): void {
    const folded = new Set(this.#view.folded);
    if (!folded.delete(key)) folded.add(key);
    this.#change({ folded });
  }

  foldAll(keys: readonly string[]): void {
    this.#change({ folded: new Set(keys) });
  }

  toggleHandovers(): void {
    this.#change({ handovers: !this.#view.handovers });
  }

  #change(change: Partial<View>): void {
    this.#view = { ...this.#view, ...change };
  }
}
