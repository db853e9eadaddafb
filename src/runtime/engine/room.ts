// Checks whether enough of the stack is left for the hooks that run amid the program.

import { apply, getPrototypeOf } from "./kept.ts";

const RangeErrorPrototype = RangeError.prototype;
/** Firefox has an error of its own for it. */
const InternalErrorPrototype = (globalThis as { InternalError?: ErrorConstructor }).InternalError?.prototype;

/** True for the error that the engine throws when the stack overflows. No error of ours is a RangeError. */
export function isOverflow(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const prototype: unknown = getPrototypeOf(error);
  return prototype === RangeErrorPrototype || (prototype !== null && prototype === InternalErrorPrototype);
}

/** So many arguments take 8 KB of the stack: more than any hook with all that it calls. */
const most = Array.from({ length: 1024 }, () => 0);
const nobody = () => undefined;

/** Throws the engine's RangeError, and does nothing else, if little of the stack is left. */
export function claimRoom(): void {
  apply(nobody, undefined, most);
}

/** Returns false if little of the stack is left. */
export function hasRoom(): boolean {
  try {
    claimRoom();
    return true;
  } catch {
    return false;
  }
}
