// The size of a slide in the deck's units: one for screens and projectors, one for phones held upright.

import type { RevealApi } from "reveal.js";

export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

/** The same condition and sizes stand in index.html, for the first paint. */
const portrait = "(aspect-ratio < 4/5)";

/** Beside something else a slide may be narrower than the window; it must not be cut. */
const lowestCovered = 1200;

/** The canvas for a window of `width` × `height` pixels, of which `covered` are not the slide's at its lower end. */
export function canvasSize(width: number, height: number, covered = 0): CanvasSize {
  if (width / height >= 4 / 5) return { width: 1280, height: 720 };
  const free = (640 * (height - covered)) / width;
  const lowest = covered > 0 ? lowestCovered : 960;
  return { width: 640, height: Math.min(1600, Math.max(lowest, Math.round(free))) };
}

/** The canvas for this window now; `covered` as above. */
export function currentCanvas(covered = 0): CanvasSize {
  return canvasSize(innerWidth, innerHeight, covered);
}

export interface CanvasSurroundings {
  /** Pixels of the window's height that are not the slide's. */
  readonly covered: () => number;
  /** The window has another height for a moment: the canvas stays as it is. */
  readonly isHeld: () => boolean;
}

/** Changes the canvas when a phone is turned or a window gets another shape. */
export function followOrientation(deck: RevealApi, { covered, isHeld }: CanvasSurroundings): void {
  addEventListener("resize", () => {
    if (isHeld()) return;
    markOrientation();
    fitCanvas(deck, covered());
  });
}

/** Tells the style sheets how the window is held. */
export function markOrientation(): void {
  document.documentElement.classList.toggle("portrait", matchMedia(portrait).matches);
}

/** Gives the deck the canvas for the room that it has now; `covered` as above. */
export function fitCanvas(deck: RevealApi, covered: number): void {
  const { width, height } = currentCanvas(covered);
  const config = deck.getConfig();
  if (config.width !== width || config.height !== height) deck.configure({ width, height });
}
