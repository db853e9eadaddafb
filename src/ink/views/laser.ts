// Draws the laser pointer: a red dot with a trail that fades.

import type { Place } from "../state/ink-event.ts";
import { type Passed, trailPath, visible } from "../state/trail.ts";
import { svg } from "./svg.ts";

export class Laser {
  readonly element = svg("svg", { class: "ink-laser" });
  readonly #trail = svg("path", { class: "ink-laser-trail" });
  readonly #dot = svg("circle", { class: "ink-laser-dot", r: "7" });
  #passed: Passed[] = [];
  #frame = 0;

  constructor() {
    this.element.append(this.#trail, this.#dot);
    this.point(undefined);
  }

  /** Moves the dot, or takes it away if there is no place. The trail fades by itself. */
  point(at: Place | undefined): void {
    this.#dot.classList.toggle("is-off", at === undefined);
    if (!at) return;
    this.#dot.setAttribute("transform", `translate(${at.x} ${at.y})`);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    this.#passed.push({ ...at, time: performance.now() });
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#fade);
  }

  readonly #fade = () => {
    const now = performance.now();
    this.#passed = visible(this.#passed, now);
    this.#trail.setAttribute("d", trailPath(this.#passed, now));
    this.#frame = this.#passed.length > 0 ? requestAnimationFrame(this.#fade) : 0;
  };
}
