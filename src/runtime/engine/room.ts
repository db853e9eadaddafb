// Checks whether enough of the stack is left for the hooks that run amid the program.

import { apply } from "./kept.ts";

/** So many arguments take 8 KB of the stack: more than any hook with all that it calls. */
const most = Array.from({ length: 1024 }, () => 0);
const nobody = () => undefined;

/** Throws the engine's RangeError, and does nothing else, if little of the stack is left. */
export function claimRoom(): void {
  apply(nobody, undefined, most);
}

const few = Array.from({ length: 256 }, () => 0);

/** Like `claimRoom`, for the smaller room that a hook needs to give up at once. */
export function claimLittleRoom(): void {
  apply(nobody, undefined, few);
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
