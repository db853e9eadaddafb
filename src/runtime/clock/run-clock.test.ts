import { expect, test, vi } from "vitest";
import { ManualClock } from "../../../testing/runtime/manual-clock.ts";
import type { ClockMode } from "../../protocol/protocol.ts";
import { RunClock } from "./run-clock.ts";

function setUp(mode: ClockMode) {
  const reality = new ManualClock();
  const onChange = vi.fn();
  const background = {
    settle: (callback: () => void) => reality.real.soon(callback),
    putInOrder: vi.fn(),
  };
  const clock = new RunClock({ real: reality.real, background, isAwaited: () => true, onChange });
  clock.use(mode);
  clock.start();
  return { reality, onChange, background, clock };
}

test("a live run has a clock with a speed, which may stand still from the start", async () => {
  const { reality, onChange, background, clock } = setUp({ kind: "live", speed: 0 });
  expect([clock.speed, background.putInOrder.mock.calls.length]).toEqual([0, 0]);
  const call = vi.fn();
  clock.setTimer(call, 100);
  expect(clock.step()).toBe(true);
  expect([call.mock.calls.length, clock.now(), clock.turn]).toEqual([1, 100, 1]);
  clock.setSpeed(2);
  await reality.pass(50);
  expect([clock.now(), clock.speed, onChange.mock.calls.length]).toEqual([200, 2, 3]);
});

test("a deterministic run has one that jumps, and puts what the engine does in order", async () => {
  const { reality, background, clock } = setUp({ kind: "deterministic", seed: 1 });
  const call = vi.fn();
  clock.setAlarm(call, 5000);
  clock.clearTimer(clock.setTimer(call, 1));
  clock.setSpeed(3);
  expect([clock.step(), clock.speed, background.putInOrder.mock.calls.length]).toEqual([false, 0, 1]);
  await reality.pass(0);
  clock.block(7);
  expect([call.mock.calls.length, clock.now(), clock.read(), reality.now()]).toEqual([1, 5007, 5007, 0]);
});
