// Draws kept strokes on the slides of the print view, which are in the landscape layout.

import "./ink.css";
import type { InkState } from "../state/ink-event.ts";
import { pageOf, strokesOn } from "../state/ink-state.ts";
import { StrokeDrawing } from "./stroke-drawing.ts";

/** Adds each slide's drawing to it. Resolves when the outlines are drawn. */
export async function drawOnSlides(slides: Iterable<HTMLElement>, state: InkState): Promise<void> {
  for (const slide of slides) {
    const strokes = strokesOn(state, pageOf(slide.id, false));
    if (strokes.length === 0) continue;
    const drawing = new StrokeDrawing();
    slide.append(drawing.element);
    await drawing.show(strokes);
  }
}
