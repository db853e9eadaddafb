// The elements around a timeline's picture: the axis, and below it the area in which the lanes scroll.

/** The frame around the picture. */
export class TimelineFrame {
  /** Contains the axis. */
  readonly head = document.createElement("div");
  readonly scroll = document.createElement("div");
  /** As high as all lanes together, so that the area can scroll. */
  readonly #spacer = document.createElement("div");
  /** As high as the visible area, and always inside it. The visible lanes are drawn into it. */
  readonly stage = document.createElement("div");
  #scrolledTo = 0;
  #room = 0;
  #isScrolling = false;

  /** @param onScroll called with the scroll position and the height of the area, in slide units */
  constructor(
    axis: readonly Element[],
    lanes: readonly Element[],
    onScroll: (top: number, room: number) => void,
  ) {
    this.head.className = "timeline-head";
    this.head.append(...axis);
    this.stage.className = "timeline-stage";
    this.stage.append(...lanes);
    this.#spacer.className = "timeline-spacer";
    this.#spacer.append(this.stage);
    this.scroll.className = "timeline-scroll";
    this.scroll.append(this.#spacer);
    this.scroll.addEventListener("scroll", () => {
      this.#scrolledTo = this.scroll.scrollTop;
      onScroll(this.#scrolledTo, this.#room);
    });
  }

  /** True if the lanes are higher than the area. */
  get isScrolling(): boolean {
    return this.#isScrolling;
  }

  get room(): number {
    return this.#room;
  }

  /**
   * @param content height of all lanes
   * @param room height of the area
   */
  setHeights(content: number, room: number): void {
    this.#room = room;
    this.#isScrolling = content > room;
    setHeight(this.#spacer, Math.max(content, room));
    setHeight(this.stage, room);
    this.scroll.classList.toggle("is-scrolling", this.#isScrolling);
  }

  scrollTo(top: number): void {
    if (Math.abs(top - this.#scrolledTo) < 1) return;
    this.#scrolledTo = top;
    this.scroll.scrollTop = top;
  }
}

// Compares with the style's text: reading a height from layout would force layout in every frame.
function setHeight({ style }: HTMLElement, height: number): void {
  const text = `${Math.round(height * 10) / 10}px`;
  if (style.height !== text) style.height = text;
}
