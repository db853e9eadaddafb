// Gives the events of older recordings in today's form, before they are checked.

import type { GroupEnd } from "../events/events.ts";

/** Up to version 2 a wait for a group had, as its "method", the name of JavaScript's function. */
const lastWithMethods = 2;

const groupEnds = new Map<unknown, GroupEnd>([
  ["all", "all"],
  ["allSettled", "all-settled"],
  ["race", "first-settled"],
  ["any", "first-fulfilled"],
]);

/** What nests deeper is refused in any version, so it need not be read. */
const deepest = 500;

/**
 * An event of a recording as today's version writes it. What is broken stays as it is: whoever checks it then says so.
 * @param event what JSON.parse gave
 * @param version that of the recording
 */
export function inTodaysForm(event: unknown, version: number): unknown {
  if (version > lastWithMethods || !isOf("task-suspend", event)) return event;
  return { ...event, wait: waitOf(event.wait, 0) };
}

function waitOf(wait: unknown, depth: number): unknown {
  if (!isOf("group", wait) || depth > deepest) return wait;
  const { kind, method, of, ...rest } = wait;
  const members = Array.isArray(of) ? of.map((member) => waitOf(member, depth + 1)) : of;
  return { kind, until: groupEnds.get(method) ?? method, of: members, ...rest };
}

function isOf(kind: string, value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === kind;
}
