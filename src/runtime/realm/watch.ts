// Notices what goes wrong in the program without anybody in it noticing, and what it aborts.

import type { StackMapper } from "./stack.ts";

/** @param fail told of each error that reached nobody; for a rejection, with its promise */
export function catchTheUncaught(fail: (thrown: unknown, promise: unknown) => void): void {
  self.addEventListener("error", (event) => {
    event.preventDefault();
    fail(event.error ?? event.message, undefined);
  });
  self.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    fail(event.reason, event.promise);
  });
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
