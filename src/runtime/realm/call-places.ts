// Tells where in the program's files a watched function was called.

import type { Frame, Place } from "../../trace/events/events.ts";
import { asBefore } from "../engine/as-before.ts";
import { KeptMap } from "../engine/kept.ts";
import type { StackMapper } from "./stack.ts";

// Kept, because the program may replace it.
const EngineError = Error as ErrorConstructor & {
  readonly captureStackTrace?: (target: object, below: object) => void;
  stackTraceLimit?: unknown;
};
const { captureStackTrace } = EngineError;

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

  /**
   * Returns where the program has called the code that calls this.
   * @param called the function of ours that the program has called. With it, `caller` is not looked for: that takes a
   * fraction of the time.
   */
  here(called?: object): CallPlace {
    const near = called ? this.#of(stackBelow(called)) : undefined;
    return near?.place ? near : this.#of(new EngineError().stack);
  }

  #of(stack: unknown): CallPlace {
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

/** Returns the one line of the stack below a function that has been called; `undefined` if the engine does not tell. */
function stackBelow(called: object): unknown {
  const { stackTraceLimit: limit } = EngineError;
  if (!captureStackTrace || typeof limit !== "number" || limit < 1) return undefined;
  // Without a prototype: the engine looks for a name and a message.
  const holder: { __proto__: null; stack?: unknown } = { __proto__: null };
  try {
    EngineError.stackTraceLimit = 1;
    captureStackTrace(holder, called);
    return holder.stack;
  } finally {
    EngineError.stackTraceLimit = limit;
  }
}

function placeOf({ file, line, column }: Frame): Place {
  return { file, line, column };
}
