// Lets Tab go on from where Esc has left the editor or a control.

/**
 * Esc moves the focus to the pane itself. From there Tab would begin at the pane's first button, so that whoever leaves
 * the editor would come back into it and never reach what stands after it.
 */
export function keepTabOrder(pane: HTMLElement): void {
  let left: HTMLElement | undefined;
  pane.addEventListener("focusout", ({ target, relatedTarget }) => {
    left = relatedTarget === pane && target instanceof HTMLElement ? target : undefined;
  });
  pane.addEventListener("keydown", ({ key, target }) => {
    // The browser then moves the focus from there.
    if (key === "Tab" && target === pane && left?.isConnected) left.focus({ preventScroll: true });
  });
}
