// The magnifier: a lens that shows what is under the pointer at twice the size.

import type { InkState, Place } from "../state/ink-event.ts";
import type { InkStore } from "../state/ink-store.ts";
import { SlideCopy } from "./slide-copy.ts";

const scale = 2;

/** The lens's share of the slide's width and height: about thirty characters and five lines of code. */
const shares = { wide: { width: 0.56, height: 0.34 }, upright: { width: 0.92, height: 0.2 } } as const;

export class Magnifier {
  readonly lens = Object.assign(document.createElement("div"), { className: "ink-lens", hidden: true });
  readonly #stage: HTMLElement;
  readonly #copy: SlideCopy;

  /**
   * @param slides the box of the slides
   * @param stage as in InkLayer
   */
  constructor(slides: HTMLElement, stage: HTMLElement, store: InkStore) {
    this.#stage = stage;
    this.#copy = new SlideCopy(slides);
    this.lens.setAttribute("aria-hidden", "true");
    store.listen((_, state) => this.#show(state));
    this.#show(store.state);
  }

  #show({ tool, at }: InkState): void {
    const isOn = tool === "magnifier" && at !== undefined;
    if (isOn) this.#move(at);
    if (isOn === !this.lens.hidden) return;
    this.lens.hidden = !isOn;
    if (isOn && !this.#copy.frame.isConnected) this.lens.append(this.#copy.frame);
    if (isOn) this.#copy.follow();
    else this.#copy.rest();
  }

  /** The lens has its middle at the pointer, but stays on the slide. What it shows under the pointer is what is there. */
  #move(at: Place): void {
    const slide = this.#stage.getBoundingClientRect();
    const unit = slide.width / this.#stage.offsetWidth;
    const [x, y] = [slide.left + at.x * unit, slide.top + at.y * unit];
    const { width, height } = slide.width < slide.height ? shares.upright : shares.wide;
    const [wide, high] = [slide.width * width, slide.height * height];
    const left = clamp(x - wide / 2, slide.left, slide.right - wide);
    const top = clamp(y - high / 2, slide.top, slide.bottom - high);
    place(this.lens, left, top, wide, high);
    const { style } = this.#copy.frame;
    style.transform = `translate(${x - left - scale * x}px, ${y - top - scale * y}px) scale(${scale})`;
  }
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.max(lowest, Math.min(value, highest));
}

function place({ style }: HTMLElement, left: number, top: number, width: number, height: number): void {
  style.transform = `translate(${left}px, ${top}px)`;
  style.width = `${width}px`;
  style.height = `${height}px`;
}
