// The clock: the time of day, and the time since the desk was opened.

import { type Area, areaElement, part } from "./area.ts";

export class ClockArea implements Area {
  readonly element = areaElement("clock", "Clock");
  readonly #since = part("p", "desk-clock-since");
  readonly #now = part("p", "desk-clock-now");
  readonly #start = performance.now();

  constructor() {
    this.element.append(this.#since, this.#now);
    this.#tick();
    setInterval(() => this.#tick(), 1000);
  }

  show(): void {
    this.#tick();
  }

  #tick(): void {
    const seconds = Math.floor((performance.now() - this.#start) / 1000);
    this.#since.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    this.#now.textContent = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  }
}
