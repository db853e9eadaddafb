// Shows the program's values as text with expandable parts, without running the program's code.

import type { Frame, ShownValue } from "../../trace/events/events.ts";
import { asBefore } from "../engine/as-before.ts";
import { type ProbeOptions, type PromiseState, probePromises } from "./promise-states.ts";
import { toShownValue } from "./shown-node.ts";
import { lookInto } from "./shown-tree.ts";

export interface ShowOptions {
  /** The known states of promises, from `promiseStates`. */
  readonly promises?: ReadonlyMap<object, PromiseState>;
  /** Returns the frames of a stack trace that are in the program. */
  readonly frames?: (stack: string) => readonly Frame[];
}

const nothingKnown: ReadonlyMap<object, PromiseState> = new Map();

/**
 * Shows a value as text. Never throws. Getters are shown, not called. Objects are shown four levels deep, with at most
 * 100 parts each and 2,000 values in all.
 */
export function showValue(
  value: unknown,
  { promises = nothingKnown, frames = () => [] }: ShowOptions = {},
): ShownValue {
  return asBefore(() => toShownValue(lookInto(value, { promises, frames }).root));
}

/** Shows a value with the states of the promises in it, which takes a turn or more of the event loop. */
export async function showSettled(
  value: unknown,
  frames: NonNullable<ShowOptions["frames"]>,
): Promise<ShownValue> {
  return showValue(value, { promises: await promiseStates(value), frames });
}

/** How many nested promises are followed: a promise may hold a further one. */
const mostRounds = 3;

/**
 * Finds the states of the promises that `showValue` would meet. Takes a turn or more of the event loop. See
 * `probePromises` for its effect on rejected promises.
 */
export async function promiseStates(
  value: unknown,
  options?: ProbeOptions,
): Promise<Map<object, PromiseState>> {
  const states = new Map<object, PromiseState>();
  const asked = new Set<object>();
  for (let round = 0; round < mostRounds; round += 1) {
    const unknown = asBefore(() => unasked(value, states, asked));
    if (unknown.length === 0) break;
    const found = await probePromises(unknown, options);
    asBefore(() => {
      for (const [promise, state] of found) states.set(promise, state);
    });
  }
  return states;
}

/** Returns the promises that are met for the first time, and adds them to `asked`. */
function unasked(value: unknown, states: ReadonlyMap<object, PromiseState>, asked: Set<object>): object[] {
  const { promises } = lookInto(value, { promises: states, frames: () => [] });
  const unknown = [...promises].filter((promise) => !asked.has(promise));
  for (const promise of unknown) asked.add(promise);
  return unknown;
}
