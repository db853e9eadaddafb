// Lays out the areas of a pane: borders that can be dragged or moved by keys, and one area that can fill the pane.

import type { PaneState } from "./state/pane-state.ts";
import type { Store } from "./state/pane-store.ts";
import type { Split } from "./state/settings.ts";

const step = 0.03;
const smallest = 0.15;

/** Lays out the areas inside `areas`. Their first shares come from the style sheet. */
export class PaneLayout {
  readonly #areas: HTMLElement;
  readonly #store: Store;

  constructor(areas: HTMLElement, store: Store) {
    this.#areas = areas;
    this.#store = store;
    for (const split of areas.querySelectorAll<HTMLElement>("[data-split]")) this.#listen(split);
    for (const button of areas.querySelectorAll<HTMLElement>("[data-maximise]")) {
      button.addEventListener("click", () => this.#toggle(button.dataset.maximise ?? ""));
    }
    this.#showShares(store.state);
    store.listen((_, state, before) => {
      if (state.split !== before.split) this.#showShares(state);
      if (state.maximised !== before.maximised) this.#showMaximised(state);
    });
  }

  /** Makes an area fill the pane, or restores all areas. */
  #toggle(area: string): void {
    const { state, send } = this.#store;
    send({ kind: "maximise", area: state.maximised === area ? null : area });
  }

  #showMaximised({ maximised }: PaneState): void {
    const { dataset } = this.#areas;
    if (maximised === undefined) delete dataset.maximised;
    else dataset.maximised = maximised;
    for (const button of this.#areas.querySelectorAll<HTMLElement>("[data-maximise]")) {
      button.setAttribute("aria-pressed", String(maximised === button.dataset.maximise));
    }
  }

  #listen(element: HTMLElement): void {
    const split = element.dataset.split as Split;
    element.addEventListener("pointerdown", (event) => this.#drag(element, split, event));
    element.addEventListener("dblclick", () => this.#set(split, undefined));
    element.addEventListener("keydown", (event) => {
      const direction = directions[split][event.key];
      if (direction === undefined) return;
      event.preventDefault();
      this.#set(split, this.#share(split) + direction * step);
    });
  }

  #drag(element: HTMLElement, split: Split, down: PointerEvent): void {
    if (down.button !== 0) return;
    element.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent) => this.#set(split, this.#shareAt(split, event));
    const end = () => element.removeEventListener("pointermove", move);
    element.addEventListener("pointermove", move);
    element.addEventListener("lostpointercapture", end, { once: true });
  }

  /** A ratio of two lengths on the screen, so that the slide's scale cancels out. */
  #shareAt(split: Split, { clientX, clientY }: PointerEvent): number {
    const { left, top, width, height } = this.#areas.getBoundingClientRect();
    return split === "columns" ? (clientX - left) / width : (clientY - top) / height;
  }

  #share(split: Split): number {
    return Number.parseFloat(getComputedStyle(this.#areas).getPropertyValue(`--${split}`));
  }

  #set(split: Split, share: number | undefined): void {
    const { [split]: _, ...others } = this.#store.state.split;
    const inside = share === undefined ? {} : { [split]: Math.min(1 - smallest, Math.max(smallest, share)) };
    this.#store.send({ kind: "split", split: { ...others, ...inside } });
  }

  #showShares({ split }: PaneState): void {
    for (const name of ["columns", "rows"] as const) {
      const share = split[name];
      if (share === undefined) this.#areas.style.removeProperty(`--${name}`);
      else this.#areas.style.setProperty(`--${name}`, String(share));
      const value = String(Math.round(this.#share(name) * 100));
      this.#areas.querySelector(`[data-split="${name}"]`)?.setAttribute("aria-valuenow", value);
    }
  }
}

const directions: Record<Split, Record<string, number>> = {
  columns: { ArrowLeft: -1, ArrowRight: 1 },
  rows: { ArrowUp: -1, ArrowDown: 1 },
};
