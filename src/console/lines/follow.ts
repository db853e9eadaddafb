// Keeps a scrolled element at its newest line, unless the viewer has scrolled up. A line that is higher than the element
// is shown from its beginning, because a sentence is not read from its middle.

const nearBottom = 24;
/** Free space above a line that is shown from its beginning. */
const beside = 6;

export interface FollowOptions {
  /** Called when following starts or stops. */
  readonly onChange: (following: boolean) => void;
  /** Returns the last line, if it is complete. */
  readonly last: () => HTMLElement | undefined;
  /** True while there is nothing that could be scrolled. */
  readonly isEmpty: () => boolean;
}

/** Follows the newest line of an element. */
export class Follow {
  readonly #element: HTMLElement;
  readonly #options: FollowOptions;
  #following = true;
  #lastTop = 0;

  constructor(element: HTMLElement, options: FollowOptions) {
    this.#element = element;
    this.#options = options;
    element.addEventListener("scroll", () => this.#scrolled(), { passive: true });
  }

  /** Scrolls to the newest line and follows it from then on. */
  toNewest(): void {
    this.#set(true);
    this.keep();
  }

  /** Call this after content was added below. */
  keep(): void {
    if (!this.#following) return;
    // Reading sizes would lay out the whole page, and a pane draws its empty console while it starts.
    if (this.#options.isEmpty()) this.#lastTop = 0;
    else this.#scrollToNewest();
  }

  #scrollToNewest(): void {
    this.#element.scrollTop = this.#topOfNewest();
    this.#lastTop = this.#element.scrollTop;
  }

  /**
   * Runs `change` without moving what the viewer reads.
   * @param anchor an element that stays; the scroll position changes by as much as this element moves
   */
  around(anchor: HTMLElement | undefined, change: () => void): void {
    if (this.#following || !anchor) {
      change();
      this.keep();
      return;
    }
    const before = anchor.offsetTop;
    change();
    if (anchor.isConnected) this.#element.scrollTop += anchor.offsetTop - before;
    this.#lastTop = this.#element.scrollTop;
  }

  /** Scrolls so that as much of `part` as possible is visible, its top first. Call this after `part` grew or shrank. */
  reveal(part: HTMLElement): void {
    const top = offsetWithin(part, this.#element);
    const bottom = top + part.offsetHeight;
    const wanted = Math.min(top, bottom - this.#element.clientHeight);
    this.#element.scrollTop = Math.max(this.#element.scrollTop, wanted);
    this.#lastTop = this.#element.scrollTop;
    this.#set(this.#isNearBottom);
  }

  #topOfNewest(): number {
    const { scrollHeight, clientHeight } = this.#element;
    const last = this.#options.last();
    if (!last || last.offsetHeight <= clientHeight) return scrollHeight;
    return offsetWithin(last, this.#element) - beside;
  }

  get #isNearBottom(): boolean {
    const { scrollTop, scrollHeight, clientHeight } = this.#element;
    return scrollHeight - clientHeight - scrollTop < nearBottom;
  }

  // Content that grows also leaves the bottom behind. Only an upward move comes from the viewer.
  #scrolled(): void {
    const { scrollTop } = this.#element;
    if (this.#isNearBottom) this.#set(true);
    else if (scrollTop < this.#lastTop - 1) this.#set(false);
    this.#lastTop = scrollTop;
  }

  #set(following: boolean): void {
    if (following === this.#following) return;
    this.#following = following;
    this.#options.onChange(following);
  }
}

function offsetWithin(part: HTMLElement, container: HTMLElement): number {
  let top = 0;
  for (let at: Element | null = part; at instanceof HTMLElement && at !== container; at = at.offsetParent) {
    top += at.offsetTop;
  }
  return top;
}
