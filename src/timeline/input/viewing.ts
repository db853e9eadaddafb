// What of the picture the viewer has chosen to see, and how that follows a run that goes on.

import type { TimelineLayout } from "../picture/layout.ts";
import type { TimeWindow } from "../scale/scale.ts";
import { panned, type View, wholeView, within, zoomed, zoomedByStep } from "../scale/view.ts";

type Axis = Pick<TimelineLayout, "axis" | "window" | "plot" | "timeAt">;

/** Share of the window that a key pans by. */
const panShare = 0.15;
/** Share of the window that lies behind now while it follows. */
const roomBehindNow = 0.08;

/** The chosen view; whoever changes it draws again. */
export class Viewing {
  #view: View = wholeView;
  /** True while the window goes along with what runs. */
  #follows = false;

  get view(): View {
    return this.#view;
  }

  /** What the picture begins with when other runs are shown: lanes stay folded, and the rest is as new. */
  reset(): void {
    this.#follows = false;
    this.#change({ window: undefined });
  }

  scrollTo(top: number): void {
    this.#change({ top });
  }

  /** Undefined for the whole axis. */
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

  /** One step closer (1) or farther (-1), around a time or the middle. */
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

  /** Brings a stretch of time into view, with a little around it. */
  zoomTo({ from, to }: TimeWindow, { axis }: Axis): void {
    const [first, last] = [Math.max(axis.from, from), Math.min(axis.to, to)];
    const around = Math.max(0.25, (last - first) * 0.06);
    this.setWindow(within({ from: first - around, to: last + around }, axis));
  }

  /** Moves the window, as little as it takes, so that a time is in it. */
  show(t: number, { axis }: Pick<Axis, "axis">): void {
    const { window } = this.#view;
    if (!window || (t >= window.from && t <= window.to)) return;
    const by = t < window.from ? t - window.from : t - window.to;
    this.setWindow(panned(window, by, axis));
  }

  /** To be called before each picture while something runs. */
  follow(now: number | undefined): void {
    const { window } = this.#view;
    if (!this.#follows || !window || now === undefined) return;
    const length = window.to - window.from;
    const to = Math.max(window.to, now + length * roomBehindNow);
    this.#change({ window: { from: to - length, to } });
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
