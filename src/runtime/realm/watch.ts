// Notices what goes wrong in the program without anybody in it noticing, and what it aborts.

import type { StackMapper } from "./stack.ts";

/**
 * The program's own listeners come first: what one of them prevents is no failure.
 * @param fail told of each error that reached nobody; for a rejection, with its promise
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

/** The program's listeners are told by a copy, because only who dispatches an event knows when all have heard it. */
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

/** Node has no such classes. */
function copyOf(kind: string, details: object): Event {
  const Maker: unknown = engineMakers.get(kind);
  if (typeof Maker === "function") return Reflect.construct(Maker, [kind, { ...details, cancelable: true }]);
  return Object.assign(new Event(kind, { cancelable: true }), details);
}

/** @param tell told whenever the program calls the abort() of an AbortController, with the reason in short */
export function watchAborts(stack: StackMapper, tell: (reason: string) => void): void {
  const { prototype } = AbortController;
  const { abort: native } = prototype;
  const watched = {
    abort(this: AbortController, reason?: unknown): void {
      // A second time it does nothing. The mocked network and the engine abort for reasons of their own.
      if (!this.signal.aborted && stack.frames(new Error()).length > 0)
        tell(typeof reason === "string" ? reason.slice(0, 100) : "");
      // The native method tells a missing reason from undefined by nothing.
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
