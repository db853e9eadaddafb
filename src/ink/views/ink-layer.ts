// Draws the state of pointing and drawing on a box in the deck's units: strokes, laser pointer and spotlight.

import type { InkState, Page, Place } from "../state/ink-event.ts";
import { strokesOn } from "../state/ink-state.ts";
import type { InkStore } from "../state/ink-store.ts";
import { Laser } from "./laser.ts";
import { StrokeDrawing } from "./stroke-drawing.ts";

export class InkLayer {
  readonly #stage: HTMLElement;
  readonly #store: InkStore;
  readonly #page: () => Page;
  readonly #strokes = new StrokeDrawing();
  readonly #laser = new Laser();
  readonly #spotlight = Object.assign(document.createElement("div"), { className: "ink-spotlight" });

  /**
   * @param stage its own size is that of the canvas; it may be scaled
   * @param page the page that is shown now
   */
  constructor(stage: HTMLElement, store: InkStore, page: () => Page) {
    this.#stage = stage;
    this.#store = store;
    this.#page = page;
    stage.append(this.#strokes.element, this.#laser.element, this.#spotlight);
    store.listen((event, state) => {
      if (event.kind === "point") this.#point(state);
      else this.draw();
    });
    this.draw();
  }

  /** Draws the state as it is, with the strokes of the page that is shown now. */
  draw(): void {
    const { state } = this.#store;
    const { tool, colour, prints } = state;
    Object.assign(this.#stage.dataset, { tool: tool ?? "", colour });
    this.#point(state);
    this.#stage.classList.toggle("is-printed", prints);
    void this.#strokes.show(strokesOn(state, this.#page()));
  }

  #point({ tool, at }: InkState): void {
    this.#laser.point(tool === "laser" ? at : undefined);
    const isLit = tool === "spotlight" && at !== undefined;
    this.#spotlight.hidden = !isLit;
    if (isLit) move(this.#spotlight, at);
  }
}

function move({ style }: HTMLElement, { x, y }: Place): void {
  style.transform = `translate(${x}px, ${y}px)`;
}
