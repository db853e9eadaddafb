import { expect, test } from "vitest";
import { ManualClock } from "../../../testing/runtime/manual-clock.ts";
import { installTemporal } from "./temporal.ts";

/** The part of Temporal that `installTemporal` uses. Its texts show the time and the zone that they were made with. */
function fakeRealm() {
  const zoned = (milliseconds: number, zone: string) => ({
    text: `${milliseconds} ${zone}`,
    toPlainDate: () => `${milliseconds} ${zone} date`,
    toPlainDateTime: () => `${milliseconds} ${zone} date and time`,
    toPlainTime: () => `${milliseconds} ${zone} time`,
  });
  const Instant = {
    fromEpochMilliseconds: (milliseconds: number) => ({
      milliseconds,
      toZonedDateTimeISO: (zone: string) => zoned(milliseconds, zone),
    }),
  };
  return { Temporal: { Instant, Now: { timeZoneId: () => "here" } as Record<string, unknown> } };
}

test("now is the run's time, in the zone that is asked for", () => {
  const clock = new ManualClock();
  const realm = fakeRealm();
  installTemporal(clock, 5000, realm);
  clock.block(12.7);
  const { instant, zonedDateTimeISO, plainDateISO, plainDateTimeISO, plainTimeISO } = realm.Temporal
    .Now as Record<string, (zone?: string) => unknown>;
  expect(instant?.()).toMatchObject({ milliseconds: 5012 });
  expect(zonedDateTimeISO?.("there")).toMatchObject({ text: "5012 there" });
  expect([plainDateISO?.(), plainDateTimeISO?.(), plainTimeISO?.("there")]).toEqual([
    "5012 here date",
    "5012 here date and time",
    "5012 there time",
  ]);
});

test("an engine without Temporal is left as it is", () => {
  const realm = {};
  installTemporal(new ManualClock(), 0, realm);
  expect(realm).toEqual({});
});
