// Tests of the schema of events.

import * as v from "valibot";
import { expect, test } from "vitest";
import { everything } from "../../../testing/trace/made-up-run.ts";
import type { ShownValue, TraceEvent, Wait } from "../events/events.ts";
import { type shownValue, traceEvent, type wait } from "./event-schema.ts";

/** The same type without `readonly`, because a schema knows no `readonly`. */
type Writable<Type> = Type extends object ? { -readonly [Key in keyof Type]: Writable<Type[Key]> } : Type;
type Fits<One, Other> = [Writable<One>] extends [Writable<Other>] ? true : false;
/**
 * An optional field would match even if it were missing from the schema. So optional fields are compared as if they
 * were required.
 */
type Same<Schema extends v.GenericSchema, Type> = [
  Fits<v.InferOutput<Schema>, Type>,
  Fits<Type, v.InferOutput<Schema>>,
  Fits<Full<v.InferOutput<Schema>>, Full<Type>>,
];
type Full<Type> = Type extends object ? { [Key in keyof Type]-?: Full<Type[Key]> } : Type;

test("the schema has exactly the types of the events, or this does not compile", () => {
  const same: readonly [
    Same<typeof wait, Wait>,
    Same<typeof shownValue, ShownValue>,
    Same<typeof traceEvent, TraceEvent>,
  ] = [
    [true, true, true],
    [true, true, true],
    [true, true, true],
  ];
  expect(same.flat()).not.toContain(false);
});

test("every field of every event is checked", () => {
  const optional = ["parent", "parts", "more"];
  for (const event of everything) {
    expect(v.is(traceEvent, event)).toBe(true);
    for (const key of Object.keys(event) as (keyof TraceEvent)[]) {
      if (!optional.includes(key))
        expect(v.is(traceEvent, { ...event, [key]: {} }), `${event.kind} ${key}`).toBe(false);
    }
  }
});
