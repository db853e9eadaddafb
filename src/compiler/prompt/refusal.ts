// What is wrong with the entered text, on its way out of the compiler.

import type { Place } from "../../trace/events/events.ts";

/** Thrown within the compiler of the prompt alone; its message is the reason, for the viewer. */
export class Refusal extends Error {
  readonly place: Place | undefined;

  constructor(reason: string, place: Place | undefined) {
    super(reason);
    this.place = place;
  }
}
