import { type HttpHandler, HttpResponse, http } from "msw";
import { expect, test, vi } from "vitest";
import { handlers as animalsApi } from "../../mocks/handlers.ts";
import type { TraceEvent } from "../trace/events.ts";
import { foldEvents } from "../trace/trace.ts";
import { ManualClock, settled } from "./manual-clock.ts";
import { maxRequests, Network } from "./network.ts";
import type { NetworkConditions } from "./protocol.ts";
import { Tracer } from "./tracer.ts";

const cow = "http://www.ericappelt.com/animals/cow";

function setUp(conditions: Partial<NetworkConditions> = {}, handlers: readonly HttpHandler[] = animalsApi) {
  const clock = new ManualClock();
  const events: TraceEvent[] = [];
  const tracer = new Tracer(clock, (batch) => events.push(...batch));
  const network = new Network({ clock, tracer, handlers, onIdle: vi.fn() });
  network.use({ wait: 1000, jitter: 0, failureRate: 0, seed: 1, ...conditions });
  const requests = () => {
    tracer.flush();
    return foldEvents(events).requests;
  };
  return { clock, network, requests, fetch: network.fetch };
}

test("a reply is there after the wait, with what fetch says of it", async () => {
  const { clock, fetch, requests } = setUp();
  const reply = fetch(cow);
  await settled();
  await clock.pass(999);
  expect(requests()[0]).toMatchObject({ start: 0, method: "GET", url: cow });
  expect(requests()[0]?.end).toBeUndefined();
  await clock.pass(1);
  const response = await reply;
  expect([response.clone().url, response.clone().clone().redirected]).toEqual([cow, false]);
  expect([response.status, response.ok, response.url, response.redirected, await response.text()]).toEqual([
    200,
    true,
    cow,
    false,
    "Moo!",
  ]);
  expect(requests()[0]).toMatchObject({ ready: 1000, end: 1000, outcome: { kind: "answered", status: 200 } });
});

test("a reply that comes while the program keeps control is ready when it was due and taken later", async () => {
  const { clock, fetch, requests } = setUp();
  const reply = fetch(cow);
  await settled();
  clock.block(1800);
  await clock.pass(0);
  await reply;
  expect(requests()[0]).toMatchObject({ start: 0, ready: 1000, end: 1800 });
});

test("so it is when the program kept control from the call on", async () => {
  const { clock, fetch, requests } = setUp();
  const reply = fetch(cow);
  clock.block(1800);
  await settled();
  await clock.pass(0);
  await reply;
  expect(requests()[0]).toMatchObject({ start: 0, ready: 1000, end: 1800 });
});

test("requests made together wait together", async () => {
  const { clock, fetch, requests, network } = setUp();
  const replies = Promise.all([fetch(cow), fetch(cow.replace("cow", "pig")), fetch(cow)]);
  await settled();
  expect(network.inFlight).toBe(3);
  await clock.pass(1000);
  await replies;
  expect(requests().map(({ end }) => end)).toEqual([1000, 1000, 1000]);
  expect(network.inFlight).toBe(0);
});

test("the same seed draws the same jitter, another seed another", async () => {
  const times = async (seed: number) => {
    const { clock, fetch, requests } = setUp({ jitter: 2000, seed });
    const replies = Promise.all([fetch(cow), fetch(cow), fetch(cow)]);
    await settled();
    await clock.pass(4000);
    await replies;
    return requests().map(({ end }) => end);
  };
  const first = await times(1);
  expect(await times(1)).toEqual(first);
  expect(await times(2)).not.toEqual(first);
  expect(new Set(first).size).toBe(3);
  expect(first.every((time) => time !== undefined && time >= 1000 && time <= 3000)).toBe(true);
});

test("a failing network rejects as fetch does, after the wait", async () => {
  const { clock, fetch, requests } = setUp({ failureRate: 1 });
  const failure = expect(fetch(cow)).rejects.toThrow(
    new TypeError("The connection to www.ericappelt.com was lost."),
  );
  await settled();
  await clock.pass(1000);
  await failure;
  expect(requests()[0]).toMatchObject({ end: 1000, outcome: { kind: "failed" } });
});

test.each([
  ["https://example.com/", "A pane reaches only the animals API"],
  ["http://www.ericappelt.com/", "A pane reaches only the animals API"],
  ["/animals/cow", '"/animals/cow" is not a full address'],
  ["data:text/plain,moo", "A pane reaches only the animals API"],
])("%s is refused at once, in a sentence", async (url, sentence) => {
  const { fetch, requests } = setUp();
  await expect(fetch(url)).rejects.toThrow(sentence);
  expect(requests()[0]).toMatchObject({ start: 0, end: 0, outcome: { kind: "refused" } });
  expect(requests()[0]?.ready).toBeUndefined();
});

test("a run that asks without end is refused in a sentence, at a time and in all", async () => {
  const { fetch } = setUp();
  const replies = Array.from({ length: maxRequests.inFlight + 1 }, () => fetch(cow));
  await expect(replies.at(-1)).rejects.toThrow("A run can wait for 500 requests at a time");
  for (const reply of replies) reply.catch(() => undefined);
  for (let index = 0; index < maxRequests.all; index += 1) fetch("nowhere").catch(() => undefined);
  await expect(fetch(cow)).rejects.toThrow("A run can make 2000 requests, not more.");
});

test("MSW's passthrough has nothing to pass through to", async () => {
  const { passthrough } = await import("msw");
  const { fetch } = setUp({}, [http.get("https://example.com/", () => passthrough())]);
  await expect(fetch("https://example.com/")).rejects.toThrow("A pane reaches only");
});

test("an abort rejects with its reason, and says so on the trace", async () => {
  const { clock, fetch, requests } = setUp();
  const controller = new AbortController();
  const reply = fetch(cow, { signal: controller.signal });
  await clock.pass(400);
  controller.abort(new Error("enough"));
  await expect(reply).rejects.toThrow("enough");
  expect(requests()[0]).toMatchObject({ end: 400, outcome: { kind: "aborted" } });
  await expect(fetch(cow, { signal: controller.signal })).rejects.toThrow("enough");
});

test("an abort after the headers ends the body", async () => {
  const { clock, fetch } = setUp();
  const controller = new AbortController();
  const reply = fetch(cow, { signal: controller.signal });
  await settled();
  await clock.pass(1000);
  const response = await reply;
  controller.abort(new Error("enough"));
  await expect(response.text()).rejects.toThrow("enough");
});

test("a handler that takes longer than the wait decides when the reply is there", async () => {
  let finish = () => {};
  const work = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const slow = http.get(cow, async () => {
    await work;
    return HttpResponse.text("slow");
  });
  const { clock, fetch, requests } = setUp({ wait: 10 }, [slow]);
  const reply = fetch(cow);
  await clock.pass(50);
  finish();
  expect(await (await reply).text()).toBe("slow");
  expect(requests()[0]).toMatchObject({ start: 0, ready: 50, end: 50 });
});

test("redirects are followed, refused or handed over, as the request wants", async () => {
  const chain = [
    http.all("http://farm.example/old", () => HttpResponse.redirect("http://farm.example/new", 302)),
    http.all("http://farm.example/new", ({ request }) => HttpResponse.text(request.method)),
    http.get("http://farm.example/loop", () => HttpResponse.redirect("http://farm.example/loop", 302)),
  ];
  const ask = async (path: string, init?: RequestInit) => {
    const { clock, fetch } = setUp({ wait: 0 }, chain);
    const reply = fetch(`http://farm.example/${path}`, init);
    reply.catch(() => undefined);
    for (let turn = 0; turn < 30; turn += 1) {
      await settled();
      await clock.pass(0);
    }
    return reply;
  };
  const followed = await ask("old", { method: "POST" });
  expect([followed.url, followed.redirected, await followed.text()]).toEqual([
    "http://farm.example/new",
    true,
    "GET",
  ]);
  expect((await ask("old", { redirect: "manual" })).status).toBe(302);
  await expect(ask("old", { redirect: "error" })).rejects.toThrow("the request forbids it");
  await expect(ask("loop")).rejects.toThrow("more than 20 times");
});
