// Puts off work that nobody waits for.

/** Resolves when the page has been painted and the browser is idle, after two seconds at the latest. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    // WebKit has no requestIdleCallback.
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 200);
  });
}
