import { expect, test } from "vitest";
import { ManualClock } from "../../../testing/runtime/manual-clock.ts";
import { installPlatformTimes } from "./platform-times.ts";

test("dates that are formatted, events and files tell the time of the run", () => {
  const clock = new ManualClock();
  clock.block(1500);
  const origin = Date.UTC(2001, 1, 3);
  const realm = { Intl, Event, File };
  installPlatformTimes(clock, origin, realm);
  const format = new Intl.DateTimeFormat("en", { timeZone: "UTC", dateStyle: "short" });
  expect(format.format()).toBe("2/3/01");
  expect(format.format).toBe(format.format);
  expect(format.formatToParts().find(({ type }) => type === "day")?.value).toBe("3");
  expect(format.format(0)).toBe("1/1/70");
  const event = new Event("x");
  const realms = new realm.Event("x");
  class Moo extends realm.Event {}
  const moo = new Moo("moo");
  expect(event.timeStamp).toBe(1500);
  clock.block(100);
  expect(event.timeStamp).toBe(1500);
  expect([realms.timeStamp, moo.timeStamp, moo instanceof Moo, moo.type]).toEqual([1500, 1500, true, "moo"]);
  expect(realms.constructor).toBe(realm.Event);
  expect(new realm.File([], "cow.txt").lastModified).toBe(origin + 1600);
  expect(new realm.File([], "cow.txt", { lastModified: 5 }).lastModified).toBe(5);
});
