// Full screen: by the page, for the keys and buttons that ask for it, or by the browser's own key.

/** Matches for both ways; `document.fullscreenElement` knows only the page's. */
const full = "(display-mode: fullscreen)";

/** True if the page fills the screen. */
export function isFullScreen(): boolean {
  return document.fullscreenElement !== null || matchMedia(full).matches;
}

export function whenFullScreenChanges(hear: () => void): void {
  document.addEventListener("fullscreenchange", hear);
  matchMedia(full).addEventListener("change", hear);
}

/**
 * Fills the screen with the page.
 * @returns false if the browser refuses: it may want another key, or a click
 */
export async function fillScreen(): Promise<boolean> {
  try {
    await document.documentElement.requestFullscreen();
    return true;
  } catch {
    return false;
  }
}

/** Fills the screen with the page, or ends that. */
export async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await fillScreen();
}
