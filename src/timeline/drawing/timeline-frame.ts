// The elements that hold a timeline's picture: the axis, and below it the area in which the lanes scroll.

/** The frame around the picture. */
export class TimelineFrame {
  /** Holds the axis. */
  readonly head = document.createElement("div");
  readonly scroll = document.createElement("div");
  /** As high as all lanes, so that there is something to scroll. */
  readonly #spacer = document.createElement("div");
  /** As high as there is room, and always in it: what is to be seen is drawn into it. */
  readonly stage = document.createElement("div");
  #scrolledTo = 0;
  #room = 0;
  #isScrolling = false;

  /** @param onScroll told how far the viewer has scrolled, and of how much room there is, in slide units */
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

  /** Whether there is more than there is room for. */
  get isScrolling(): boolean {
    return this.#isScrolling;
  }

  get room(): number {
    return this.#room;
  }

  /**
   * @param content height of all lanes
   * @param room height that there is
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

// Reading a height back would make the page lay itself out in every frame.
function setHeight({ style }: HTMLElement, height: number): void {
  const text = `${Math.round(height * 10) / 10}px`;
  if (style.height !== text) style.height = text;
}
