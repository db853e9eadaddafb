// The size of a slide in the deck's units: one size for screens and projectors, one for phones held upright.

import type { RevealApi } from "reveal.js";

export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

/** index.html repeats this condition and the sizes for the first paint. */
const portrait = "(aspect-ratio < 4/5)";

/**
 * Smallest height while something covers a part of the window. The slide may then be narrower than the window, but it
 * is not cut off.
 */
const lowestCovered = 1200;

/**
 * Returns the canvas for a window of `width` × `height` pixels, of which the lowest `covered` pixels are not
 * available to the slide.
 */
export function canvasSize(width: number, height: number, covered = 0): CanvasSize {
  if (width / height >= 4 / 5) return { width: 1280, height: 720 };
  const free = (640 * (height - covered)) / width;
  const lowest = covered > 0 ? lowestCovered : 960;
  return { width: 640, height: Math.min(1600, Math.max(lowest, Math.round(free))) };
}

/** Returns the canvas for the window as it is now. `covered` as in `canvasSize`. */
export function currentCanvas(covered = 0): CanvasSize {
  return canvasSize(innerWidth, innerHeight, covered);
}

/** True if slides have their layout for phones held upright. */
export function isUpright({ width, height }: CanvasSize): boolean {
  return width < height;
}

export interface CanvasSurroundings {
  /** Pixels at the lower end of the window that are not available to the slide. */
  readonly covered: () => number;
  /** True while the window has another height only for a moment. The canvas then stays as it is. */
  readonly isHeld: () => boolean;
}

/** Changes the canvas when a phone is turned or the window gets another shape. */
export function followOrientation(deck: RevealApi, { covered, isHeld }: CanvasSurroundings): void {
  addEventListener("resize", () => {
    if (isHeld()) return;
    markOrientation();
    fitCanvas(deck, covered());
  });
}

/** Sets the class "portrait" for the style sheets if the window is upright, or if something else asks for it. */
export function markOrientation(isAskedFor = false): void {
  document.documentElement.classList.toggle("portrait", isAskedFor || matchMedia(portrait).matches);
}

/** Gives the deck the canvas for the space that it has now. `covered` as in `canvasSize`. */
export function fitCanvas(deck: RevealApi, covered: number): void {
  const { width, height } = currentCanvas(covered);
  const config = deck.getConfig();
  if (config.width !== width || config.height !== height) deck.configure({ width, height });
}
