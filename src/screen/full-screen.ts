// Full screen, for the keys that ask for it.

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
