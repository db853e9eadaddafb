// Tells where in the program's files a watched function was called.

import type { Frame, Place } from "../../trace/events/events.ts";
import { asBefore } from "../engine/as-before.ts";
import { KeptMap } from "../engine/kept.ts";
import type { StackMapper } from "./stack.ts";

// Kept, because the program may replace it.
const EngineError = Error;

/** So many stack traces are remembered with their places: loops call from the same place again and again. */
const mostKnown = 1000;

/** Where the program has called a watched function. Empty if no code of the program has. */
export interface CallPlace {
  /** The call itself. */
  readonly place?: Place;
  /** The nearest call in another file than `place`. */
  readonly caller?: Place;
}

/** The places of calls in one worker. */
export class CallPlaces {
  readonly #stack: StackMapper;
  readonly #known = new KeptMap<string, CallPlace>();

  constructor(stack: StackMapper) {
    this.#stack = stack;
  }

  /** Returns where the program has called the code that calls this. */
  here(): CallPlace {
    const { stack } = new EngineError();
    if (typeof stack !== "string") return {};
    return this.#known.get(stack) ?? this.#find(stack);
  }

  #find(stack: string): CallPlace {
    const found = asBefore(() => {
      const [first, ...others] = this.#stack.framesOf(stack);
      const outer = first && others.find(({ file }) => file !== first.file);
      return { ...(first && { place: placeOf(first) }), ...(outer && { caller: placeOf(outer) }) };
    });
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(stack, found);
    return found;
  }
}

function placeOf({ file, line, column }: Frame): Place {
  return { file, line, column };
}
