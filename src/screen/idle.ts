// Puts off work that nobody waits for.

/** Waits until the page has been painted and has nothing better to do; at most two seconds. */
export function whenIdle(work: () => void): void {
  // WebKit has no requestIdleCallback.
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 200);
}
