// What pointing and drawing look like in the deck: a layer over the slides, and the tool bar.

import "./ink.css";
import type { Page } from "../state/ink-event.ts";
import type { InkStore } from "../state/ink-store.ts";
import type { InkTools } from "../tools/ink-tools.ts";
import { InkInput } from "./ink-input.ts";
import { InkLayer } from "./ink-layer.ts";
import { Magnifier } from "./magnifier.ts";
import { followBox } from "./stage.ts";
import { ToolBar } from "./tool-bar.ts";

/** What is drawn on. */
export interface InkSurroundings {
  /** The box of the slides, in the deck's units. It is scaled. */
  readonly slides: HTMLElement;
  /** Returns the page that is shown now. */
  readonly page: () => Page;
  /** Where the tool bar is always open. Without it, the bar opens over the slides. */
  readonly bar?: HTMLElement;
}

export class InkViews {
  readonly bar: ToolBar;
  readonly input: InkInput;
  readonly #layer: InkLayer;

  constructor(store: InkStore, { slides, page, bar }: InkSurroundings, tools: InkTools) {
    const stage = followBox(slides);
    this.#layer = new InkLayer(stage, store, page);
    this.input = new InkInput(stage, store, page);
    this.bar = new ToolBar(store, tools, bar !== undefined);
    slides.after(stage);
    if (bar) bar.append(this.bar.element);
    else stage.after(this.bar.element);
    // Not beside the slides: they may be a part of the page that cuts off what is larger.
    document.body.append(new Magnifier(slides, stage, store).lens);
  }

  /** Shows the drawing of the page that is shown now. */
  draw(): void {
    this.#layer.draw();
  }
}
