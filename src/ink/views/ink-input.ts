// Turns what mouse, pen and finger do over the slides into events.

import type { InkPoint, Page, Place } from "../state/ink-event.ts";
import { strokesOn } from "../state/ink-state.ts";
import type { InkStore } from "../state/ink-store.ts";
import { touched } from "../state/stroke-shape.ts";

/** The button at the other end of some pens, in `PointerEvent.buttons`: https://w3c.github.io/pointerevents */
const eraserButton = 32;

/** A stroke or an erasure that is going on. */
interface Drawing {
  readonly pointer: number;
  readonly page: Page;
  /** The stroke's id. Absent while the eraser is used. */
  readonly id?: string;
  last: Place;
}

export class InkInput {
  readonly #stage: HTMLElement;
  readonly #store: InkStore;
  readonly #page: () => Page;
  #drawing: Drawing | undefined;

  /** @param stage as in InkLayer. With the pen and the eraser it takes all presses, otherwise none */
  constructor(stage: HTMLElement, store: InkStore, page: () => Page) {
    this.#stage = stage;
    this.#store = store;
    this.#page = page;
    stage.addEventListener("pointerdown", (event) => this.#down(event));
    stage.addEventListener("pointermove", (event) => this.#draw(event));
    for (const end of ["pointerup", "pointercancel"] as const)
      stage.addEventListener(end, (event) => this.#end(event));
    // Before reveal.js, which turns slides by swipes, and Monaco, which takes taps.
    for (const name of ["pointerdown", "pointermove", "touchstart", "touchmove", "touchend"] as const)
      document.addEventListener(name, (event) => this.#keepFinger(event), { capture: true, passive: false });
    document.addEventListener("pointermove", (event) => this.#point(event), { passive: true });
    document.addEventListener("pointerup", (event) => this.#liftFinger(event));
    document.documentElement.addEventListener("pointerleave", ({ pointerType }) => {
      // A finger that is lifted leaves, too.
      if (pointerType !== "touch") this.#leave();
    });
  }

  /** Points to where the mouse is already, when a tool was taken. */
  begin(seen: Pick<PointerEvent, "clientX" | "clientY">): void {
    if (this.#isPointing) this.#pointTo(this.#placeOf(seen));
  }

  get #isPointing(): boolean {
    const { tool } = this.#store.state;
    return tool === "laser" || tool === "spotlight" || tool === "magnifier";
  }

  #point(event: PointerEvent): void {
    if (this.#isPointing) this.#pointTo(this.#placeOf(event));
  }

  #pointTo(at: Place): void {
    const { offsetWidth, offsetHeight } = this.#stage;
    if (at.x >= 0 && at.y >= 0 && at.x <= offsetWidth && at.y <= offsetHeight)
      this.#store.send({ kind: "point", at });
    else this.#leave();
  }

  #leave(): void {
    if (this.#store.state.at) this.#store.send({ kind: "point" });
  }

  /** A finger that is lifted takes the laser pointer away. Spotlight and magnifier stay, so that they can be talked of. */
  #liftFinger({ pointerType }: PointerEvent): void {
    if (pointerType === "touch" && this.#store.state.tool === "laser") this.#leave();
  }

  /** While a tool is in use, fingers on the slide neither turn it nor press what is below them. */
  #keepFinger(event: PointerEvent | TouchEvent): void {
    const { target } = event;
    if (!this.#store.state.tool || !isFinger(event) || !this.#isOnSlide(target)) return;
    if (event instanceof PointerEvent && !this.#isPointing) return;
    event.stopPropagation();
    if (event instanceof PointerEvent) this.#point(event);
    else event.preventDefault();
  }

  #isOnSlide(target: EventTarget | null): boolean {
    return target instanceof Element && target.closest(".slides, .ink") !== null;
  }

  #down(event: PointerEvent): void {
    if (!event.isPrimary || (event.button > 0 && event.buttons !== eraserButton)) return;
    event.stopPropagation();
    this.#stage.setPointerCapture(event.pointerId);
    const last = this.#placeOf(event);
    const drawing = { pointer: event.pointerId, page: this.#page(), last };
    if (this.#store.state.tool === "eraser" || event.buttons === eraserButton) {
      this.#drawing = drawing;
      this.#erase(last);
      return;
    }
    const id = newId();
    this.#drawing = { ...drawing, id };
    const { colour } = this.#store.state;
    const stroke = { id, colour, hasPressure: hasPressure(event), points: [this.#pointOf(event)] };
    this.#store.send({ kind: "stroke", page: drawing.page, stroke });
  }

  #draw(event: PointerEvent): void {
    const drawing = this.#drawing;
    if (drawing?.pointer !== event.pointerId) return;
    event.stopPropagation();
    const { id, page } = drawing;
    if (id === undefined) this.#erase(this.#placeOf(event));
    else this.#store.send({ kind: "draw", page, id, points: this.#pointsOf(event) });
  }

  #end(event: PointerEvent): void {
    if (this.#drawing?.pointer === event.pointerId) this.#drawing = undefined;
  }

  #erase(to: Place): void {
    const drawing = this.#drawing;
    if (!drawing) return;
    const { page, last } = drawing;
    drawing.last = to;
    const ids = touched(strokesOn(this.#store.state, page), last, to);
    if (ids.length > 0) this.#store.send({ kind: "erase", page, ids });
  }

  /** All places since the last event: browsers send one event for each frame. */
  #pointsOf(event: PointerEvent): InkPoint[] {
    const all = event.getCoalescedEvents?.() ?? [];
    return (all.length > 0 ? all : [event]).map((each) => this.#pointOf(each));
  }

  #pointOf(event: PointerEvent): InkPoint {
    const { x, y } = this.#placeOf(event);
    return [x, y, hasPressure(event) ? Math.round(event.pressure * 100) / 100 : 0.5];
  }

  /** The place in the deck's units, to a tenth. */
  #placeOf({ clientX, clientY }: Pick<PointerEvent, "clientX" | "clientY">): Place {
    const { left, top, width } = this.#stage.getBoundingClientRect();
    const scale = width / this.#stage.offsetWidth || 1;
    const tenths = (pixels: number) => Math.round((pixels / scale) * 10) / 10;
    return { x: tenths(clientX - left), y: tenths(clientY - top) };
  }
}

/** Unique in this window and, by chance, among two. `crypto.randomUUID` needs https. */
function newId(): string {
  return Math.random().toString(36).slice(2);
}

function isFinger(event: PointerEvent | TouchEvent): boolean {
  return !(event instanceof PointerEvent) || event.pointerType === "touch";
}

/** Mice and most fingers report a constant. */
function hasPressure({ pointerType }: PointerEvent): boolean {
  return pointerType === "pen";
}
