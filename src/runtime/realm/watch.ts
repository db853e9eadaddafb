// Watches for uncaught errors and unhandled rejections of the program, and for its calls of abort().

import type { StackMapper } from "./stack.ts";

/**
 * Reports uncaught errors. The program's own listeners come first: if one calls preventDefault(), nothing is reported.
 * @param fail called with each uncaught error, and for a rejection with its promise
 */
export function catchTheUncaught(fail: (thrown: unknown, promise: unknown) => void): void {
  hear<ErrorEvent>(
    "error",
    ({ message, filename, lineno, colno, error }) => ({ message, filename, lineno, colno, error }),
    ({ error, message }) => fail(error ?? message, undefined),
  );
  hear<PromiseRejectionEvent>(
    "unhandledrejection",
    ({ promise, reason }) => ({ promise, reason }),
    ({ promise, reason }) => fail(reason, promise),
  );
}

/** Dispatches a copy of each event to the program's listeners: only the dispatcher knows when all listeners have run. */
function hear<T extends Event>(
  kind: string,
  details: (event: T) => object,
  unheard: (event: T) => void,
): void {
  const { dispatchEvent } = self;
  let isCopy = false;
  self.addEventListener(kind, (event) => {
    if (isCopy) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    isCopy = true;
    try {
      const copy = copyOf(kind, details(event as T));
      if (Reflect.apply(dispatchEvent, self, [copy])) unheard(event as T);
    } finally {
      isCopy = false;
    }
  });
}

const makers: Readonly<Record<string, string>> = {
  error: "ErrorEvent",
  unhandledrejection: "PromiseRejectionEvent",
};

const engineMakers = new Map(
  Object.entries(makers).map(([kind, name]) => [kind, Reflect.get(globalThis, name)]),
);

/** Copies an event. In Node, which lacks the classes, the copy is a plain Event. */
function copyOf(kind: string, details: object): Event {
  const Maker: unknown = engineMakers.get(kind);
  if (typeof Maker === "function") return Reflect.construct(Maker, [kind, { ...details, cancelable: true }]);
  return Object.assign(new Event(kind, { cancelable: true }), details);
}

/** @param tell called when the program calls AbortController.abort(), with the reason if it is text (at most 100 characters) */
export function watchAborts(stack: StackMapper, tell: (reason: string) => void): void {
  const { prototype } = AbortController;
  const { abort: native } = prototype;
  const watched = {
    abort(this: AbortController, reason?: unknown): void {
      // A second abort does nothing. A call without a frame of the program is the mocked network's or the engine's.
      if (!this.signal.aborted && stack.frames(new Error()).length > 0)
        tell(typeof reason === "string" ? reason.slice(0, 100) : "");
      // The native method treats undefined like a missing reason.
      native.call(this, reason);
    },
  };
  Object.defineProperty(prototype, "abort", {
    value: watched.abort,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}
