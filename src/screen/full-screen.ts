// Full screen, for the keys and buttons that ask for it.

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
