// The areas of a pane: borders that can be dragged or moved by keys, and one area at a time to fill the pane.

/** Which border: between columns, or between rows. */
export type Split = "columns" | "rows";

export type Shares = Partial<Record<Split, number>>;

const step = 0.03;
const smallest = 0.15;

/** Lays out the areas inside `areas`; their first shares come from the style sheet. */
export class PaneLayout {
  readonly #areas: HTMLElement;
  readonly #onChange: (shares: Shares) => void;
  #shares: Shares;

  /** @param onChange told when somebody has moved a border */
  constructor(areas: HTMLElement, shares: Shares, onChange: (shares: Shares) => void) {
    this.#areas = areas;
    this.#shares = { ...shares };
    this.#onChange = onChange;
    for (const split of areas.querySelectorAll<HTMLElement>("[data-split]")) this.#listen(split);
    for (const button of areas.querySelectorAll<HTMLElement>("[data-maximise]")) {
      button.addEventListener("click", () => this.toggle(button.dataset.maximise ?? ""));
    }
    this.#apply();
  }

  /** Makes one area fill the pane, or gives the others their room again. */
  toggle(area: string): void {
    const { dataset } = this.#areas;
    if (dataset.maximised === area) delete dataset.maximised;
    else dataset.maximised = area;
    for (const button of this.#areas.querySelectorAll<HTMLElement>("[data-maximise]")) {
      button.setAttribute("aria-pressed", String(dataset.maximised === button.dataset.maximise));
    }
  }

  /** Goes back to the style sheet's shares, every area shown. */
  reset(): void {
    this.#shares = {};
    if (this.#areas.dataset.maximised) this.toggle(this.#areas.dataset.maximised);
    this.#apply();
    this.#onChange({});
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

  /** A quotient of lengths on the screen, so that the slide's scale cancels out. */
  #shareAt(split: Split, { clientX, clientY }: PointerEvent): number {
    const { left, top, width, height } = this.#areas.getBoundingClientRect();
    return split === "columns" ? (clientX - left) / width : (clientY - top) / height;
  }

  #share(split: Split): number {
    return Number.parseFloat(getComputedStyle(this.#areas).getPropertyValue(`--${split}`));
  }

  #set(split: Split, share: number | undefined): void {
    if (share === undefined) delete this.#shares[split];
    else this.#shares[split] = Math.min(1 - smallest, Math.max(smallest, share));
    this.#apply();
    this.#onChange({ ...this.#shares });
  }

  #apply(): void {
    for (const split of ["columns", "rows"] as const) {
      const share = this.#shares[split];
      if (share === undefined) this.#areas.style.removeProperty(`--${split}`);
      else this.#areas.style.setProperty(`--${split}`, String(share));
      const value = String(Math.round(this.#share(split) * 100));
      this.#areas.querySelector(`[data-split="${split}"]`)?.setAttribute("aria-valuenow", value);
    }
  }
}

const directions: Record<Split, Record<string, number>> = {
  columns: { ArrowLeft: -1, ArrowRight: 1 },
  rows: { ArrowUp: -1, ArrowDown: 1 },
};
