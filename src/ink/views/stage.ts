// The box over the slides in which pointing and drawing are shown.

/** Makes a box that always has the place, the size and the scale of the box of the slides. */
export function followBox(slides: HTMLElement): HTMLElement {
  const stage = Object.assign(document.createElement("div"), { className: "ink" });
  stage.setAttribute("aria-hidden", "true");
  const follow = () => {
    const { width, height, inset, transform } = slides.style;
    Object.assign(stage.style, { width, height, inset, transform });
  };
  follow();
  // Before the next frame, so that the drawings never lag behind the slide.
  new MutationObserver(follow).observe(slides, { attributeFilter: ["style"] });
  return stage;
}
