// Finds where Tab leads from a control that had to prevent the key's default.

const focusable = "a[href], button, input, select, textarea, summary, [tabindex]";

/** Returns the next focusable control of the page; `undefined` after the last one. */
export function nextControl(from: HTMLElement): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>(focusable)];
  return all.slice(all.indexOf(from) + 1).find(canBeReached);
}

function canBeReached(control: HTMLElement): boolean {
  if (control.tabIndex < 0 || control.matches(":disabled") || control.closest("[inert]")) return false;
  return control.checkVisibility({ visibilityProperty: true });
}
