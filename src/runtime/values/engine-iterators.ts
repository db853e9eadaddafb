// Lets the formatting library iterate over arrays as the engine does, although the program has replaced the iterator.
// Not `asBefore`: programs print often, and printing calls their own methods, which must find all else as they left it.

import { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf } from "../engine/kept.ts";
import { bare } from "./stand-ins.ts";

const iterator = keep(Array.prototype, Symbol.iterator);
const step = keep(getPrototypeOf([][Symbol.iterator]()) as object, "next");

interface Kept {
  readonly owner: object;
  readonly key: PropertyKey;
  readonly engine: PropertyDescriptor;
}

function keep(owner: object, key: PropertyKey): Kept {
  return { owner, key, engine: bare({ ...getOwnPropertyDescriptor(owner, key) }) };
}

/** Returns what `work` returns. Meanwhile arrays have the engine's own iterator. */
export function withEngineIterators<T>(work: () => T): T {
  return within(iterator, () => within(step, work));
}

function within<T>({ owner, key, engine }: Kept, work: () => T): T {
  const present = getOwnPropertyDescriptor(owner, key);
  if (present?.value === engine.value || !defineProperty(owner, key, engine)) return work();
  try {
    return work();
  } finally {
    if (present) defineProperty(owner, key, bare(present));
    else apply(Reflect.deleteProperty, Reflect, [owner, key]);
  }
}
