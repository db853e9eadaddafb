// Waits until what has changed can be seen.

/** Resolves after the next frame has been painted. */
export function framePainted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    // A hidden window paints nothing.
    setTimeout(resolve, 100);
  });
}
