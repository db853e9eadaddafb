import { expect, test, vi } from "vitest";
import { recordExample } from "../../scripts/recordings/record.mjs";
import { foldEvents, type Trace } from "../../src/trace/trace.ts";

// The first recording bundles the run worker, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** In milliseconds, as the panes' unit says. */
const minute = 20;

/** When a cook had their hands on a dish, in minutes of the dinner. */
interface HandsOn {
  readonly from: number;
  readonly to: number;
}

async function cooked(entry: string, cooks = 1): Promise<Trace[]> {
  return (await recordExample(entry, cooks)).map((events) => foldEvents(events));
}

/** In the order of time, without those that took none. */
function handsOn({ tasks }: Trace): HandsOn[] {
  const stretches = tasks.filter(({ kind }) => kind === "coroutine").flatMap(({ stretches }) => stretches);
  return stretches
    .filter(({ state }) => state === "running")
    .map(({ from, to = from }) => ({ from: from / minute, to: to / minute }))
    .filter(({ from, to }) => to > from)
    .sort((one, other) => one.from - other.from);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function overlap(one: HandsOn, other: HandsOn): boolean {
  return one.from < other.to && other.from < one.to;
}

test.each([
  ["dinner.ts", 390],
  ["dinner-switching.ts", 180],
])("one cook needs %s: %i minutes", async (entry, minutes) => {
  const [dinner] = await cooked(entry);
  expect(dinner?.outcome).toEqual({ kind: "finished" });
  expect((dinner?.total ?? 0) / minute).toBe(minutes);
});

test.each(["dinner.ts", "dinner-switching.ts"])("in %s no two hands-on stretches overlap", async (entry) => {
  const [dinner] = await cooked(entry);
  const stretches = dinner ? handsOn(dinner) : [];
  expect(sum(stretches.map(({ from, to }) => to - from))).toBe(105);
  for (const [index, { from }] of stretches.entries()) {
    expect(from).toBeGreaterThanOrEqual(stretches[index - 1]?.to ?? 0);
  }
});

test("the cook who switches has hands on other dishes while the turkey is in the oven", async () => {
  const [dinner] = await cooked("dinner-switching.ts");
  const inTheOven = (dinner ? handsOn(dinner) : []).filter(({ from, to }) => from >= 20 && to <= 170);
  expect(sum(inTheOven.map(({ from, to }) => to - from))).toBe(75);
});

test("two cooks share out the dishes, and have their hands on two at the same instant", async () => {
  const [one, two] = await cooked("two-cooks.ts", 2);
  if (!one || !two) throw new Error("There are two cooks.");
  const dishes = [one, two].map(({ tasks }) => tasks.slice(1).map(({ label }) => label));
  expect(dishes).toEqual([
    ['cook("turkey")', 'cook("stuffing")', 'cook("casserole")'],
    ['cook("potatoes")', 'cook("carrots")', 'cook("cranberry")'],
  ]);
  expect([one, two].map(({ total = 0 }) => total / minute)).toEqual([180, 65]);
  const pairs = handsOn(one).filter((mine) => handsOn(two).some((theirs) => overlap(mine, theirs)));
  expect(pairs.length).toBeGreaterThanOrEqual(3);
});
