// Draws the links between the lanes of threads: thin lines with a head at the receiver.

import type { Link } from "../picture/thread-links.ts";
import { fixed, setAttributes, svgElement } from "../svg/svg.ts";

const length = 7;
const half = 3.2;

/** The elements of all links. `update` may be called once per frame. */
export class LinksDrawing {
  readonly element = svgElement("g");
  readonly #shafts = svgElement("path", "timeline-message");
  readonly #heads = svgElement("path", "timeline-message-head");

  constructor() {
    this.element.append(this.#shafts, this.#heads);
  }

  update(links: readonly Link[]): void {
    setAttributes(this.#shafts, { d: links.map(shaftPath).join("") });
    setAttributes(this.#heads, { d: links.map(headPath).join("") });
  }
}

function shaftPath({ x1, y1, x2, y2 }: Link): string {
  return `M${fixed(x1)} ${fixed(y1)}L${fixed(x2)} ${fixed(y2)}`;
}

/** A triangle whose tip touches the receiving lane. */
function headPath({ x1, y1, x2, y2 }: Link): string {
  const reach = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [dx, dy] = [(x2 - x1) / reach, (y2 - y1) / reach];
  const [backX, backY] = [x2 - dx * length, y2 - dy * length];
  const corner = (side: number) => `${fixed(backX - dy * half * side)} ${fixed(backY + dx * half * side)}`;
  return `M${fixed(x2)} ${fixed(y2)}L${corner(1)}L${corner(-1)}Z`;
}
