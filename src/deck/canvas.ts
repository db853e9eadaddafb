// The size of a slide in the deck's units: one for screens and projectors, one for phones held upright.

import type { RevealApi } from "reveal.js";

export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

/** The same condition and sizes stand in index.html, for the first paint. */
const portrait = "(aspect-ratio < 4/5)";

/** The canvas for a window of `width` × `height` pixels. */
export function canvasSize(width: number, height: number): CanvasSize {
  if (width / height >= 4 / 5) return { width: 1280, height: 720 };
  return { width: 640, height: Math.min(1600, Math.max(960, Math.round((640 * height) / width))) };
}

/** The canvas for this window now. */
export function currentCanvas(): CanvasSize {
  return canvasSize(innerWidth, innerHeight);
}

/** Changes the canvas when a phone is turned or a window gets another shape. */
export function followOrientation(deck: RevealApi): void {
  addEventListener("resize", () => {
    document.documentElement.classList.toggle("portrait", matchMedia(portrait).matches);
    const { width, height } = currentCanvas();
    const config = deck.getConfig();
    if (config.width !== width || config.height !== height) deck.configure({ width, height });
  });
}
