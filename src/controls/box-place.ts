// Places boxes that open over the deck: they are not scaled as the slide is, so they go by where their button is on the screen.

const margin = 8;

/** Places a box below its button, with their right sides in line, and inside the window. */
export function placeBelow(box: HTMLElement, button: HTMLElement): void {
  const { right, bottom } = button.getBoundingClientRect();
  place(box, right, bottom + margin);
}

/** Places a box above its button where there is room, else over what is below. */
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
