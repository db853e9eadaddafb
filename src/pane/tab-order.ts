// Lets Tab go on from where Esc has left the editor or a control.

/**
 * Esc moves the focus to the pane itself. From there Tab would begin at the pane's first button, so that whoever leaves
 * the editor would come back into it and never reach what stands after it. Works until `end` is signalled.
 */
export function keepTabOrder(pane: HTMLElement, end: AbortSignal): void {
  let left: HTMLElement | undefined;
  const onLeave = ({ target, relatedTarget }: FocusEvent) => {
    left = relatedTarget === pane && target instanceof HTMLElement ? target : undefined;
  };
  const onKey = ({ key, target }: KeyboardEvent) => {
    // The browser then moves the focus from there.
    if (key === "Tab" && target === pane && left?.isConnected) left.focus({ preventScroll: true });
  };
  pane.addEventListener("focusout", onLeave, { signal: end });
  pane.addEventListener("keydown", onKey, { signal: end });
}
