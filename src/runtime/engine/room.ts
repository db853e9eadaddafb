// Knows whether enough of the stack is left for what the tracer does amid the program.

import { apply } from "./kept.ts";

/** As many arguments take 8 KB of the stack: more than any hook does with all that it calls. */
const most = Array.from({ length: 1024 }, () => 0);
const nobody = () => undefined;

/** Throws the engine's RangeError, and does nothing else, where little of the stack is left. */
export function claimRoom(): void {
  apply(nobody, undefined, most);
}

const few = Array.from({ length: 256 }, () => 0);

/** The same for what a hook takes that gives up at once. */
export function claimLittleRoom(): void {
  apply(nobody, undefined, few);
}

/** False where little of the stack is left. */
export function hasRoom(): boolean {
  try {
    claimRoom();
    return true;
  } catch {
    return false;
  }
}
