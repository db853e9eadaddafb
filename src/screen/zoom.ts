// Knows how far the browser's zoom enlarges the page. Slides fill the window, so zoom does not enlarge them.

/** The sizes of a window: outer ones in the screen's pixels, inner ones in the page's. */
export type WindowSizes = Pick<Window, "outerWidth" | "outerHeight" | "innerWidth" | "innerHeight">;

/** From this zoom on, a viewer wants larger text. */
const enlarged = 1.4;

/**
 * Estimates the zoom, 1 for none. No browser tells it. Both directions are asked, because the tools of a developer take
 * space in one, and the browser's own bars in the other.
 */
export function zoomOf({ outerWidth, outerHeight, innerWidth, innerHeight }: WindowSizes): number {
  return Math.min(outerWidth / innerWidth, outerHeight / innerHeight);
}

/** True if the viewer has enlarged the page. */
export function isEnlarged(sizes: WindowSizes = window): boolean {
  return zoomOf(sizes) >= enlarged;
}

/** Calls back once, as soon as the viewer has enlarged the page. */
export function onceEnlarged(tell: () => void): void {
  const look = () => {
    if (!isEnlarged()) return;
    removeEventListener("resize", look);
    tell();
  };
  addEventListener("resize", look);
  look();
}
