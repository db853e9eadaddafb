// Knows whether the page can load its files now.

/**
 * Resolves when the page can load its files: when the browser has a network, or a service worker answers in its place.
 * Without this, a file that nobody has asked for yet would fail for nothing, and some browsers do not try a failed
 * module again.
 */
export async function loadable(): Promise<void> {
  while (!navigator.onLine && !navigator.serviceWorker?.controller && location.protocol !== "file:")
    await new Promise((resolve) => addEventListener("online", resolve, { once: true }));
}
