// Draws strokes as SVG paths, one for each.

import type { Stroke } from "../state/ink-event.ts";
import { linePath, loadOutline, type Outline, outlinePath } from "../state/stroke-shape.ts";
import { svg } from "./svg.ts";

/** A path, and the stroke that it shows. A stroke that changes is another object. */
interface Drawn {
  readonly path: SVGElement;
  shows: Stroke | undefined;
}

export class StrokeDrawing {
  readonly element = svg("svg", { class: "ink-strokes" });
  readonly #drawn = new Map<string, Drawn>();
  #outline: Outline | undefined;
  #isLoading = false;

  /** Shows these strokes and no others. Resolves when they have their outlines. */
  async show(strokes: readonly Stroke[]): Promise<void> {
    const ids = new Set(strokes.map(({ id }) => id));
    for (const id of this.#drawn.keys()) if (!ids.has(id)) this.#remove(id);
    for (const stroke of strokes) this.#draw(stroke);
    if (strokes.length > 0 && !this.#outline) await this.#load();
  }

  #draw(stroke: Stroke): void {
    const drawn = this.#drawn.get(stroke.id) ?? this.#add(stroke);
    if (drawn.shows === stroke) return;
    drawn.shows = stroke;
    drawn.path.classList.toggle("is-line", !this.#outline);
    drawn.path.setAttribute("d", this.#outline ? outlinePath(stroke, this.#outline) : linePath(stroke));
  }

  #redraw(stroke: Stroke): void {
    this.#remove(stroke.id);
    this.#draw(stroke);
  }

  #add({ id, colour }: Stroke): Drawn {
    const path = svg("path", { "data-colour": colour });
    const drawn = { path, shows: undefined };
    this.#drawn.set(id, drawn);
    this.element.append(path);
    return drawn;
  }

  #remove(id: string): void {
    this.#drawn.get(id)?.path.remove();
    this.#drawn.delete(id);
  }

  /** Until the library is there, or if it cannot be loaded, strokes are plain lines. */
  async #load(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      this.#outline = await loadOutline();
      for (const { shows } of [...this.#drawn.values()]) if (shows) this.#redraw(shows);
    } catch {
      // The next stroke tries again.
    } finally {
      this.#isLoading = false;
    }
  }
}
