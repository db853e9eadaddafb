// The error for an entry of the prompt that cannot be compiled.

import type { Place } from "../../trace/events/events.ts";

/** Thrown and caught inside the prompt's compiler. Its message is the reason, for the viewer. */
export class Refusal extends Error {
  readonly place: Place | undefined;

  constructor(reason: string, place: Place | undefined) {
    super(reason);
    this.place = place;
  }
}
