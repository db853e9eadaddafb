// Keeps what is typed in view while a phone's or tablet's keyboard is on the screen, and the slide at its size.
//
// Chromium and Firefox for Android make the window lower for it, as index.html asks them to (`interactive-widget`), so that
// sheets fit what is left; but the slide would be laid out anew, at half its size or in the landscape form. Safari lays the
// keyboard over the page, and only `visualViewport` tells.

/** A window with what is seen of it, in CSS pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** A stretch of the window's height, in CSS pixels from its top. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Bars of browsers, which come and go too, are lower than this; keyboards are higher. */
const lowestKeyboard = 120;

/** Room above and below the cursor. */
const breath = 24;

const textFields = "textarea, [role=textbox], input:is([type=text], [type=search], :not([type]))";

/** Whether a keyboard takes what `now` has less than `before`: a phone that is turned gets another width, too. */
export function isKeyboard(before: Room, now: Room): boolean {
  return now.width === before.width && before.height - now.height >= lowestKeyboard;
}

/**
 * How far the page must move up (below 0: down) so that the first of `bands` that fits into `seen` is in it.
 * @param bands from the largest, which one would like to see, to the smallest, which must be seen
 */
export function wayIntoView(seen: Band, bands: readonly Band[]): number {
  const height = seen.bottom - seen.top;
  const band = bands.find(({ top, bottom }) => bottom - top <= height) ?? bands.at(-1);
  if (!band) return 0;
  // Of one that is too high the lower end: what is typed is written there.
  if (band.bottom > seen.bottom) return band.bottom - seen.bottom;
  return Math.min(0, band.top - seen.top);
}

/** Watches for the keyboard from its making on; make it before reveal.js listens for the same resizes. */
export class OnScreenKeyboard {
  readonly #slides = document.querySelector<HTMLElement>(".reveal");
  readonly #isTouched = matchMedia("(pointer: coarse)");
  /** Before somebody began to type. */
  #before: (Room & { readonly slides: number }) | undefined;
  #isUp = false;
  #shift = 0;

  constructor() {
    addEventListener("resize", () => this.#look());
    for (const name of ["resize", "scroll"]) visualViewport?.addEventListener(name, () => this.#look());
    // Where the focus leaves the text, nothing may move yet: a finger is on the button that has it now.
    document.addEventListener("focusin", () => (this.#isUp ? this.#bringIntoView() : this.#measure()));
    // The cursor stands elsewhere in the next frame.
    for (const name of ["keydown", "input", "pointerup"]) {
      document.addEventListener(name, () => requestAnimationFrame(() => this.#bringIntoView()));
    }
  }

  /** Whether the window is lower for a keyboard alone: nothing should be laid out for it. */
  get isUp(): boolean {
    return this.#isUp;
  }

  #look(): void {
    const before = this.#before;
    const isTyping = this.#isTouched.matches && fieldInUse() !== undefined;
    const isUp = isTyping && before !== undefined && isKeyboard(before, roomNow());
    if (isUp && !this.#isUp) this.#hold(before.slides);
    if (!isUp && this.#isUp) this.#release();
    this.#isUp = isUp;
    if (isUp) this.#bringIntoView();
    else this.#measure();
  }

  #measure(): void {
    this.#before = { ...roomNow(), slides: this.#slides?.offsetHeight ?? 0 };
  }

  #hold(height: number): void {
    document.documentElement.classList.add("has-keyboard");
    if (!isReading()) this.#slides?.style.setProperty("height", `${height}px`);
  }

  #release(): void {
    document.documentElement.classList.remove("has-keyboard");
    this.#shift = 0;
    for (const property of ["height", "top"]) this.#slides?.style.removeProperty(property);
  }

  #bringIntoView(): void {
    const field = this.#isUp ? fieldInUse() : undefined;
    const pane = field?.closest("live-pane");
    if (!field || !pane) return;
    // The browser has its own way of showing the field, which knows of nothing around it.
    if (!isReading()) document.body.scrollTop = 0;
    const way = wayIntoView(bandSeen(), bandsAround(field, pane));
    if (way === 0) return;
    if (isReading()) {
      scrollBy(0, way);
      return;
    }
    this.#shift = Math.max(0, this.#shift + way);
    // The slides stand in a window that does not scroll.
    this.#slides?.style.setProperty("top", `${-this.#shift}px`);
  }
}

function fieldInUse(): HTMLElement | undefined {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement.matches(textFields)
    ? activeElement
    : undefined;
}

function isReading(): boolean {
  return document.documentElement.classList.contains("reading");
}

/** What is seen counts as if nobody had zoomed in by two fingers. */
function roomNow(): Room {
  const { clientWidth, clientHeight } = document.documentElement;
  const { height = innerHeight, scale = 1 } = visualViewport ?? {};
  return { width: clientWidth, height: Math.min(clientHeight, height * scale) };
}

function bandSeen(): Band {
  const { offsetTop = 0, height = innerHeight } = visualViewport ?? {};
  return { top: offsetTop, bottom: offsetTop + height };
}

/** The pane's bar and all down to the field's area, the area, the cursor. */
function bandsAround(field: HTMLElement, pane: Element): readonly Band[] {
  const area = field.closest(".pane-area")?.getBoundingClientRect();
  // Monaco draws its cursor itself, and its field is no larger than it or as large as the editor.
  const cursor = field.closest(".monaco-editor")?.querySelector(".cursors-layer > .cursor") ?? field;
  const { top, bottom } = cursor.getBoundingClientRect();
  const line = { top: top - breath, bottom: bottom + breath };
  return area ? [{ top: pane.getBoundingClientRect().top, bottom: area.bottom }, area, line] : [line];
}
