// Shows values of the program's to a viewer, as text, without running the program's code.

import type { Frame, ShownValue } from "../../trace/events/events.ts";
import { type ProbeOptions, type PromiseState, probePromises } from "./promise-states.ts";
import { toShownValue } from "./shown-node.ts";
import { lookInto } from "./shown-tree.ts";

export interface ShowOptions {
  /** What is known of the promises that are met; see `promiseStates`. */
  readonly promises?: ReadonlyMap<object, PromiseState>;
  /** The steps of an error's stack, as text, that are the program's own. */
  readonly frames?: (stack: string) => readonly Frame[];
}

const nothingKnown: ReadonlyMap<object, PromiseState> = new Map();

/**
 * A value as text. Never throws; getters are shown, not called. Objects are looked into four levels deep, at 100 parts
 * each and 2,000 values in all.
 */
export function showValue(
  value: unknown,
  { promises = nothingKnown, frames = () => [] }: ShowOptions = {},
): ShownValue {
  return toShownValue(lookInto(value, { promises, frames }).root);
}

/** A promise may hold a further one: so many are followed. */
const mostRounds = 3;

/**
 * The states of the promises that `showValue` would meet, after a turn or more of the event loop. See `probePromises` for
 * what that does to a promise that is rejected.
 */
export async function promiseStates(
  value: unknown,
  options?: ProbeOptions,
): Promise<Map<object, PromiseState>> {
  const states = new Map<object, PromiseState>();
  const asked = new Set<object>();
  for (let round = 0; round < mostRounds; round += 1) {
    const { promises } = lookInto(value, { promises: states, frames: () => [] });
    const unknown = [...promises].filter((promise) => !asked.has(promise));
    if (unknown.length === 0) break;
    for (const promise of unknown) asked.add(promise);
    for (const [promise, state] of await probePromises(unknown, options)) states.set(promise, state);
  }
  return states;
}
