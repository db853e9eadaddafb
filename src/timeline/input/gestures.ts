// Recognises what pointers and the wheel do to the picture: point, choose, pan, zoom, and select a range of time.

/** A point in slide units, from the corner of the lanes. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface GestureActions {
  /** The pointer is at this point; undefined when it has left. */
  readonly point: (at: Point | undefined) => void;
  /** Clicked or tapped. `choose` is called at once, `follow` once it is known that it was not a double click. */
  readonly choose: (at: Point, isTouch: boolean) => void;
  readonly follow: (at: Point, isTouch: boolean) => void;
  readonly chooseTwice: (at: Point) => void;
  /** Dragged by this many units. */
  readonly pan: (units: number) => void;
  /** Zooms in (factor above 1) or out around `x`. */
  readonly zoom: (x: number, factor: number) => void;
  /** Dragged over a range. `isDone` is true once the drag has ended and the range is to be shown. */
  readonly select: (from: number, to: number, isDone: boolean) => void;
  /** The selection was cancelled. */
  readonly cancel: () => void;
  /** True if dragging pans the picture; otherwise it selects. */
  readonly canPan: () => boolean;
  /** True if the lanes scroll. Then the wheel scrolls instead of zooming. */
  readonly canScroll: () => boolean;
}

/** A click may move the pointer by less than this many units. */
const tremble = 5;
/** Milliseconds within which a second click makes a double click. */
const doubleClick = 280;
const wheelZoom = 0.0022;
const pinchZoom = 0.01;
const lineHeight = 20;

interface Drag {
  readonly id: number;
  readonly start: Point;
  last: Point;
  readonly selects: boolean;
  isMoved: boolean;
}

/** Listens on the element of the lanes. */
export class Gestures {
  readonly #area: HTMLElement;
  readonly #actions: GestureActions;
  readonly #touches = new Map<number, Point>();
  #drag: Drag | undefined;
  #spread = 0;
  /** Timeout that ends when no second click has followed a click; 0 if there is none. */
  #click = 0;
  #clickedAt: Point = { x: 0, y: 0 };

  constructor(area: HTMLElement, actions: GestureActions) {
    this.#area = area;
    this.#actions = actions;
    area.addEventListener("pointerdown", (event) => this.#down(event));
    area.addEventListener("pointermove", (event) => this.#move(event));
    for (const name of ["pointerup", "pointercancel"] as const)
      area.addEventListener(name, (event) => this.#up(event));
    area.addEventListener("pointerleave", () => actions.point(undefined));
    area.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }

  /** The slide is scaled on the screen, so pixels are converted to slide units. */
  #pointOf({ clientX, clientY }: MouseEvent): Point {
    const { left, top, width } = this.#area.getBoundingClientRect();
    const scale = width / this.#area.offsetWidth || 1;
    return { x: (clientX - left) / scale, y: (clientY - top) / scale };
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const at = this.#pointOf(event);
    this.#touches.set(event.pointerId, at);
    this.#spread = this.#distance();
    if (this.#touches.size > 1) {
      this.#cancel();
      return;
    }
    const selects = event.shiftKey || (event.pointerType === "mouse" && !this.#actions.canPan());
    this.#drag = { id: event.pointerId, start: at, last: at, selects, isMoved: false };
  }

  #move(event: PointerEvent): void {
    // The button was released outside the page's reach, so no pointerup came.
    if (event.pointerType === "mouse" && event.buttons === 0 && this.#drag) this.#forget(event.pointerId);
    const at = this.#pointOf(event);
    if (this.#touches.has(event.pointerId)) this.#touches.set(event.pointerId, at);
    if (this.#touches.size > 1) {
      this.#pinch();
      return;
    }
    const drag = this.#drag;
    if (!drag || drag.id !== event.pointerId) {
      if (event.pointerType === "mouse") this.#actions.point(at);
      return;
    }
    if (!drag.isMoved && Math.abs(at.x - drag.start.x) < tremble) return;
    if (!drag.isMoved) this.#area.setPointerCapture(event.pointerId);
    drag.isMoved = true;
    if (drag.selects) this.#actions.select(drag.start.x, at.x, false);
    else this.#actions.pan(at.x - drag.last.x);
    drag.last = at;
  }

  #up(event: PointerEvent): void {
    const wasPinched = this.#touches.size > 1;
    const drag = this.#drag;
    this.#touches.delete(event.pointerId);
    if (event.type === "pointercancel") {
      this.#cancel();
      return;
    }
    this.#drag = undefined;
    if (!drag || wasPinched || drag.id !== event.pointerId) return;
    if (!drag.isMoved) this.#clicked(drag.start, event.pointerType !== "mouse");
    else if (drag.selects) this.#actions.select(drag.start.x, drag.last.x, true);
  }

  #clicked(at: Point, isTouch: boolean): void {
    const isSecond = this.#click !== 0 && isNear(at, this.#clickedAt);
    clearTimeout(this.#click);
    this.#click = 0;
    if (isSecond) {
      this.#actions.chooseTwice(at);
      return;
    }
    this.#clickedAt = at;
    this.#actions.choose(at, isTouch);
    this.#click = window.setTimeout(() => {
      this.#click = 0;
      this.#actions.follow(at, isTouch);
    }, doubleClick);
  }

  #forget(pointer: number): void {
    this.#touches.delete(pointer);
    this.#cancel();
  }

  #cancel(): void {
    if (this.#drag?.selects && this.#drag.isMoved) this.#actions.cancel();
    this.#drag = undefined;
  }

  #pinch(): void {
    const distance = this.#distance();
    const [one, other] = [...this.#touches.values()];
    if (one && other && this.#spread > 0 && distance > 0) {
      this.#actions.zoom((one.x + other.x) / 2, distance / this.#spread);
    }
    this.#spread = distance;
  }

  #distance(): number {
    const [one, other] = [...this.#touches.values()];
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  }

  // A trackpad reports a pinch as a wheel event with Ctrl.
  #wheel(event: WheelEvent): void {
    const isPinch = event.ctrlKey || event.metaKey;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? lineHeight : 1;
    const [across, down] = [event.deltaX * unit, event.deltaY * unit];
    const pans = !isPinch && (event.shiftKey || Math.abs(across) > Math.abs(down));
    if (!isPinch && !pans && this.#actions.canScroll()) return;
    if (pans && !this.#actions.canPan()) return;
    event.preventDefault();
    if (pans) this.#actions.pan(-(across || down));
    else this.#actions.zoom(this.#pointOf(event).x, Math.exp(-down * (isPinch ? pinchZoom : wheelZoom)));
  }
}

/** True if both clicks of a double click are at about the same place. */
function isNear(one: Point, other: Point): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) < 3 * tremble;
}
