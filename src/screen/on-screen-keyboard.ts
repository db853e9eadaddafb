// Keeps the text field in view, and the slide at its size, while a phone's or tablet's on-screen keyboard is open.
//
// Chromium and Firefox for Android shrink the window for the keyboard, as index.html asks them to
// (`interactive-widget`), so that sheets fit the rest. But the slide would then be laid out again, at half its size
// or in landscape. Safari lays the keyboard over the page, and only `visualViewport` shows that.

/** Size of the visible part of the window, in CSS pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** A vertical range of the window, in CSS pixels from its top. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** In CSS pixels. A browser's own bars, which also appear and disappear, are lower than this; keyboards are higher. */
const lowestKeyboard = 120;

/** CSS pixels to keep free above and below the cursor. */
const breath = 24;

const textFields = "textarea, [role=textbox], input:is([type=text], [type=search], :not([type]))";

/**
 * True if a keyboard explains the difference between `before` and `now`. If a phone is turned, the width changes as
 * well.
 */
export function isKeyboard(before: Room, now: Room): boolean {
  return now.width === before.width && before.height - now.height >= lowestKeyboard;
}

/**
 * Returns how far the page must move up (negative: down) to bring a band into view: the first of `bands` that fits
 * into `seen`.
 * @param bands from the largest, which is nice to see, to the smallest, which must be visible
 */
export function wayIntoView(seen: Band, bands: readonly Band[]): number {
  const height = seen.bottom - seen.top;
  const band = bands.find(({ top, bottom }) => bottom - top <= height) ?? bands.at(-1);
  if (!band) return 0;
  // If a band is too high, its lower end is shown, because that is where the text is typed.
  if (band.bottom > seen.bottom) return band.bottom - seen.bottom;
  return Math.min(0, band.top - seen.top);
}

/**
 * Watches for the keyboard as soon as it is constructed. Construct it before reveal.js starts to listen for the same
 * resizes.
 */
export class OnScreenKeyboard {
  readonly #slides = document.querySelector<HTMLElement>(".reveal");
  readonly #isTouched = matchMedia("(pointer: coarse)");
  /** Sizes before someone began to type. */
  #before: (Room & { readonly slides: number }) | undefined;
  #isUp = false;
  #shift = 0;

  constructor() {
    addEventListener("resize", () => this.#look());
    for (const name of ["resize", "scroll"]) visualViewport?.addEventListener(name, () => this.#look());
    // Does not listen for the loss of the focus. A finger is then on the button that gets it, so nothing may move
    // yet.
    document.addEventListener("focusin", () => (this.#isUp ? this.#bringIntoView() : this.#measure()));
    // The cursor moves in the next frame.
    for (const name of ["keydown", "input", "pointerup"]) {
      document.addEventListener(name, () => requestAnimationFrame(() => this.#bringIntoView()));
    }
  }

  /** True if the window is lower only because of a keyboard. Nothing should be laid out again for it. */
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
    // The browser scrolls the field into view on its own, without its surroundings. This undoes that.
    if (!isReading()) document.body.scrollTop = 0;
    const way = wayIntoView(bandSeen(), bandsAround(field, pane));
    if (way === 0) return;
    if (isReading()) {
      scrollBy(0, way);
      return;
    }
    this.#shift = Math.max(0, this.#shift + way);
    // The slides are in a viewport that does not scroll, so `top` moves them.
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

/** Returns the size of the visible part, as it would be without pinch zoom. */
function roomNow(): Room {
  const { clientWidth, clientHeight } = document.documentElement;
  const { height = innerHeight, scale = 1 } = visualViewport ?? {};
  return { width: clientWidth, height: Math.min(clientHeight, height * scale) };
}

function bandSeen(): Band {
  const { offsetTop = 0, height = innerHeight } = visualViewport ?? {};
  return { top: offsetTop, bottom: offsetTop + height };
}

/**
 * Returns the bands to bring into view: from the pane's top to the end of the field's area, the area, the line of the
 * cursor.
 */
function bandsAround(field: HTMLElement, pane: Element): readonly Band[] {
  const area = field.closest(".pane-area")?.getBoundingClientRect();
  // Monaco draws its cursor itself. Its input field is either as small as the cursor or as large as the editor.
  const cursor = field.closest(".monaco-editor")?.querySelector(".cursors-layer > .cursor") ?? field;
  const { top, bottom } = cursor.getBoundingClientRect();
  const line = { top: top - breath, bottom: bottom + breath };
  return area ? [{ top: pane.getBoundingClientRect().top, bottom: area.bottom }, area, line] : [line];
}
