// Places boxes that open over the deck. A box is not scaled with the slide, so it uses the position of its button on
// the screen.

const margin = 8;

/** Places a box below its button, right-aligned with it and inside the window. */
export function placeBelow(box: HTMLElement, button: HTMLElement): void {
  const { right, bottom } = button.getBoundingClientRect();
  place(box, right, bottom + margin);
}

/** Places a box above its button if there is space, otherwise below the button. */
export function placeAbove(box: HTMLElement, button: HTMLElement): void {
  const { right, top, bottom } = button.getBoundingClientRect();
  const above = top - box.offsetHeight - margin;
  place(box, right, above >= margin ? above : bottom + margin);
}

function place(box: HTMLElement, right: number, top: number): void {
  const left = Math.min(right, innerWidth - margin) - box.offsetWidth;
  const lowest = innerHeight - box.offsetHeight - margin;
  Object.assign(box.style, {
    left: `${Math.max(margin, left)}px`,
    top: `${Math.max(margin, Math.min(top, lowest))}px`,
  });
}
