// Converts events of older recordings to today's form. Runs before the events are checked.

import type { GroupEnd } from "../events/events.ts";
import { deepest } from "./event-schema.ts";

/**
 * Up to version 2, a wait for a group had a "method": the name of the JavaScript function, for example "allSettled".
 */
const lastWithMethods = 2;

const groupEnds = new Map<unknown, GroupEnd>([
  ["all", "all"],
  ["allSettled", "all-settled"],
  ["race", "first-settled"],
  ["any", "first-fulfilled"],
]);

/**
 * Converts an event to the form of today's version. A broken event stays as it is, so that the check afterwards
 * reports it.
 * @param event what JSON.parse returned
 * @param version the version of the recording
 */
export function inTodaysForm(event: unknown, version: number): unknown {
  if (version > lastWithMethods || !isOf("task-suspend", event)) return event;
  return { ...event, wait: waitOf(event.wait, 0) };
}

/** The schema refuses what nests deeper than `deepest`, so that needs no conversion. */
function waitOf(wait: unknown, depth: number): unknown {
  if (!isOf("group", wait) || depth > deepest) return wait;
  const { kind, method, of, ...rest } = wait;
  const members = Array.isArray(of) ? of.map((member) => waitOf(member, depth + 1)) : of;
  return { kind, until: groupEnds.get(method) ?? method, of: members, ...rest };
}

function isOf(kind: string, value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === kind;
}
