// Where Tab leads from a control that had to hold the key back.

const focusable = "a[href], button, input, select, textarea, summary, [tabindex]";

/** The next control of the page; undefined behind the last one. */
export function nextControl(from: HTMLElement): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>(focusable)];
  return all.slice(all.indexOf(from) + 1).find(canBeReached);
}

function canBeReached(control: HTMLElement): boolean {
  if (control.tabIndex < 0 || control.matches(":disabled") || control.closest("[inert]")) return false;
  return control.checkVisibility({ visibilityProperty: true });
}
