// The network on the clocks that runs have.

import { delay, type HttpHandler, HttpResponse, http } from "msw";
import { expect, onTestFinished, test } from "vitest";
import { handlers as animalsApi } from "../../../mocks/handlers.ts";
import { createHandFiredTime } from "../../../testing/runtime/hand-fired-time.ts";
import { ManualClock } from "../../../testing/runtime/manual-clock.ts";
import type { NetworkConditions } from "../../protocol/protocol.ts";
import type { TraceEvent } from "../../trace/events/events.ts";
import { foldEvents } from "../../trace/trace.ts";
import { Background } from "../background/background.ts";
import type { Clock } from "../clock/clock.ts";
import { DeterministicClock } from "../clock/deterministic-clock.ts";
import { LiveClock } from "../clock/live-clock.ts";
import { createRealTime } from "../clock/real-time.ts";
import { Timers } from "../clock/timers.ts";
import { Tracer } from "../tasks/tracer.ts";
import { Network, type NetworkOptions } from "./network.ts";

const real = createRealTime();
const patience = createHandFiredTime();
const background = new Background(patience);
background.watch();
const cow = "http://www.ericappelt.com/animals/cow";
const pig = "http://www.ericappelt.com/animals/pig";

function setUp(
  clock: Clock,
  conditions: Partial<NetworkConditions> = {},
  handlers: readonly HttpHandler[] = animalsApi,
  observers: Partial<NetworkOptions> = {},
) {
  const events: TraceEvent[] = [];
  const tracer = new Tracer(clock, clock.real, (batch) => events.push(...batch));
  const network = new Network({ clock, tracer, handlers, task: () => 7, onIdle: () => {}, ...observers });
  network.use({ wait: 1000, jitter: 0, failureRate: 0, seed: 1, ...conditions });
  clock.start();
  const told = () => {
    tracer.flush();
    return events;
  };
  return { told, requests: () => foldEvents(told()).requests, fetch: network.fetch, tracer };
}

function deterministic(): DeterministicClock {
  return new DeterministicClock({ real, background, isAwaited: () => true });
}

/** Real time for all that goes on without a timer. */
const settled = () => new Promise<void>((resolve) => background.settle(resolve));

/** Puts setTimeout on `clock`, where MSW's delay() finds it. */
function replaceTimers(clock: Clock): void {
  const { setTimeout } = globalThis;
  onTestFinished(() => {
    globalThis.setTimeout = setTimeout;
  });
  globalThis.setTimeout = new Timers({ clock }).setTimeout as unknown as typeof setTimeout;
}

test("in a deterministic run replies come exactly when they are due, and twice the same", async () => {
  const once = async () => {
    const clock = deterministic();
    const { told, requests, fetch } = setUp(clock, { wait: 333.3, jitter: 500, seed: 5 });
    const ask = async (url: string) => {
      for (let round = 0; round < 3; round += 1) await (await fetch(url)).text();
    };
    await Promise.all([ask(cow), ask(pig), ask(cow)]);
    return { told: JSON.stringify(told()), requests: requests() };
  };
  const { told, requests } = await once();
  expect(requests.every(({ ready, end }) => ready !== undefined && ready === end)).toBe(true);
  for (let round = 0; round < 3; round += 1) expect((await once()).told).toBe(told);
});

test("a reply is not early by as little as the last digit of a time", async () => {
  const clock = deterministic();
  const { requests, fetch } = setUp(clock, { wait: 842.2747650866613 });
  // The delay from here, added to the time here, is a little less than the time at which the reply is due.
  clock.block(8.438858688077346);
  await fetch(cow);
  expect(clock.now()).toBe(8.439 + 842.2747650866613);
  expect(requests()[0]).toMatchObject({ start: 8.439, ready: 850.714, end: 850.714 });
});

test.each([0.25, 1, 20])("at %s times the speed no reply is taken before it is due", async (speed) => {
  const clock = new LiveClock({ real, speed });
  const { requests, fetch } = setUp(clock, { wait: 20 * speed, jitter: 10 * speed });
  await Promise.all(Array.from({ length: 20 }, () => fetch(cow)));
  for (const { start, ready = 0, end = 0 } of requests()) {
    expect(ready - start).toBeGreaterThanOrEqual(20 * speed - 0.002);
    expect(end).toBeGreaterThanOrEqual(ready);
  }
});

test("while the clock stands still no reply comes, and a step brings the next", async () => {
  const clock = new LiveClock({ real, speed: 0 });
  const { requests, fetch } = setUp(clock, { jitter: 1000, seed: 2 });
  const replies = Promise.all([fetch(cow), fetch(pig)]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(requests().map(({ ready }) => ready)).toEqual([undefined, undefined]);
  expect(clock.step()).toBe(true);
  await settled();
  expect(requests().filter(({ end }) => end !== undefined)).toHaveLength(1);
  expect(clock.step()).toBe(true);
  await replies;
  for (const { ready, end } of requests()) expect(end).toBe(ready);
  expect(clock.step()).toBe(false);
});

test("a request that failed or was aborted leaves nothing to step to, nor moves time", async () => {
  const clock = new LiveClock({ real, speed: 0 });
  const { fetch } = setUp(clock);
  const controller = new AbortController();
  const reply = fetch(cow, { signal: controller.signal });
  await settled();
  controller.abort();
  await expect(reply).rejects.toThrow("aborted");
  await settled();
  expect([clock.step(), clock.now()]).toEqual([false, 0]);
});

test("a handler that waits does so on the run's clock", async () => {
  const clock = deterministic();
  replaceTimers(clock);
  const handler = http.get(cow, async () => {
    await delay(5000);
    return HttpResponse.text("slow");
  });
  const { requests, fetch } = setUp(clock, { wait: 1000 }, [handler]);
  expect(await (await fetch(cow)).text()).toBe("slow");
  expect(requests()[0]).toMatchObject({ start: 0, ready: 5000, end: 5000 });
});

test("a body that comes in pieces does so on the run's clock", async () => {
  const clock = deterministic();
  replaceTimers(clock);
  const handler = http.get(cow, () => {
    const stream = new ReadableStream({
      async start(controller) {
        for (const piece of ["M", "oo", "!"]) {
          await delay(100);
          controller.enqueue(new TextEncoder().encode(piece));
        }
        controller.close();
      },
    });
    return new HttpResponse(stream);
  });
  const { fetch } = setUp(clock, { wait: 50 }, [handler]);
  const reply = await fetch(cow);
  expect(clock.now()).toBe(50);
  // The last piece is sent after 300 ms and is on its way for 50.
  expect([await patience.fireUntil(reply.text()), clock.now()]).toEqual(["Moo!", 350]);
});

test("who called fetch is told, and which promise it got, and that it is about to settle", async () => {
  const clock = new ManualClock();
  const order: string[] = [];
  const promises: Promise<Response>[] = [];
  const { requests, fetch } = setUp(clock, { wait: 10 }, animalsApi, {
    onPromise: (promise) => promises.push(promise),
    onSettled: (request) => {
      order.push(`settles ${request}`);
      void Promise.resolve().then(() => order.push(`microtask ${request}`));
    },
  });
  const reply = fetch(cow);
  const refused = fetch("https://example.com/");
  expect(promises).toEqual([reply, refused]);
  expect(promises[0]).toBe(reply);
  void reply.then(() => order.push("reply"));
  refused.catch(() => order.push("refused"));
  await clock.pass(20);
  expect(order).toEqual(["settles 1", "microtask 1", "refused", "settles 0", "microtask 0", "reply"]);
  expect(requests()[0]).toMatchObject({ task: 7 });
});

test("what is no request rejects, and is none", async () => {
  const { fetch, told } = setUp(new ManualClock());
  const address = {
    toString: () => {
      throw new Error("no address");
    },
  };
  await expect(fetch(address as unknown as URL)).rejects.toThrow("no address");
  expect(told()).toEqual([]);
});
