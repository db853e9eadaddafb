// Puts off work that nobody waits for.

/** Does the work when the page has been painted and the browser is idle, after two seconds at the latest. */
export function whenIdle(work: () => void): void {
  // WebKit has no requestIdleCallback.
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 200);
}

/** Resolves when `whenIdle` would do its work. */
export function idle(): Promise<void> {
  return new Promise(whenIdle);
}
