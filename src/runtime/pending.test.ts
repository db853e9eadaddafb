import { expect, test, vi } from "vitest";
import { handlers } from "../../mocks/handlers.ts";
import { awaits, main, setUp as setUpTasks, speak } from "../../testing/runtime/made-up-tasks.ts";
import { settled } from "../../testing/runtime/manual-clock.ts";
import { withReplacedMethods } from "../../testing/runtime/replaced-methods.ts";
import { Pending } from "./pending.ts";

const cow = "http://www.ericappelt.com/animals/cow";

function setUp() {
  const { clock, tracer, tasks, hooks, told } = setUpTasks();
  const onIdle = vi.fn();
  const pending = new Pending({ clock, tracer, tasks, handlers, onIdle });
  pending.network.use({ wait: 1000, jitter: 0, failureRate: 0, seed: 1 });
  return { clock, tasks, hooks, told, onIdle, pending };
}

test("what a timer or a reply causes belongs to the task that set or made it", async () => {
  const { clock, tasks, hooks, told, pending } = setUp();
  hooks.enter(main, []);
  const task = hooks.enter(speak, ["cow"]);
  const seen: unknown[] = [];
  pending.timers.setTimeout(() => seen.push(["timer", tasks.responsible]), 10);
  const reply = pending.network.fetch(cow).then(() => seen.push(["reply", tasks.responsible]));
  hooks.suspend({}, task, awaits);
  await settled();
  await clock.pass(1000);
  await reply;
  expect(seen).toEqual([
    ["timer", 1],
    ["reply", 1],
  ]);
  const ofTimers = told().filter(({ kind }) => kind.startsWith("timer-"));
  expect(ofTimers).toEqual([
    { kind: "timer-start", timer: 0, task: 1, delay: 10, repeats: false },
    { kind: "timer-fire", timer: 0 },
  ]);
});

test("a run is idle when the last timer and the last request are gone", async () => {
  const { clock, onIdle, pending } = setUp();
  const interval = pending.timers.setInterval(() => undefined, 400);
  const reply = pending.network.fetch(cow);
  await settled();
  await clock.pass(1000);
  await reply;
  expect(pending.isIdle).toBe(false);
  onIdle.mockClear();
  pending.timers.clear(interval);
  expect([pending.isIdle, onIdle.mock.calls.length]).toEqual([true, 1]);
});

test("timers belong to tasks whatever the program has made of maps", () => {
  const { told, pending } = setUp();
  withReplacedMethods(() => {
    const first = pending.timers.setTimeout(() => undefined, 10);
    pending.timers.setTimeout(() => undefined, 10);
    pending.timers.clear(first);
  });
  expect(told().map(({ kind }) => kind)).toEqual(["timer-start", "timer-start", "timer-clear"]);
});

test("a promise will be settled while its task, its request or its timer has not ended", async () => {
  const { clock, tasks, hooks, pending } = setUp();
  hooks.enter(main, []);
  const task = hooks.enter(speak, ["cow"]);
  hooks.suspend({}, task, awaits);
  const coroutine = hooks.called({});
  const mark = hooks.mark();
  pending.timers.setTimeout(() => undefined, 10);
  const sleep = hooks.made(mark, {});
  const reply = pending.network.fetch(cow);
  const willSettle = () => [coroutine, sleep, reply, {}].map((promise) => pending.willSettle(promise));
  expect(willSettle()).toEqual([true, true, true, false]);
  await settled();
  await clock.pass(10);
  expect(willSettle()).toEqual([true, false, true, false]);
  await clock.pass(1000);
  tasks.causedByNothing();
  hooks.resume(undefined, task);
  hooks.leave(task);
  expect(willSettle()).toEqual([false, false, false, false]);
});
