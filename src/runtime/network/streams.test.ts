// Tests of replies that a handler sends piece by piece.

import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { createHandFiredTime } from "../../../testing/runtime/hand-fired-time.ts";
import type { TraceEvent } from "../../trace/events/events.ts";
import { Background } from "../background/background.ts";
import { DeterministicClock } from "../clock/deterministic-clock.ts";
import { createRealTime } from "../clock/real-time.ts";
import { Tracer } from "../tasks/tracer.ts";
import { Network } from "./network.ts";
import * as server from "./server-time.ts";

const patience = createHandFiredTime();
const background = new Background(patience);
background.watch();

const url = "http://farm.test/words";
const text = new TextEncoder();
const words = ["five", "chunks", "three", "hundred", "ms"];
const sleep = (ms: number) => new Promise<void>((resolve) => void server.setTimeout(() => resolve(), ms));

/** Five words, 300 ms apart. The first one is sent with the head. */
const fiveWords = http.get(url, () => {
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for (const [index, word] of words.entries()) {
        if (index > 0) await sleep(300);
        controller.enqueue(text.encode(word));
      }
      controller.close();
    },
  });
  return new HttpResponse(body, { headers: { "Content-Type": "text/event-stream" } });
});

function setUp(handler = fiveWords, wait = 2000) {
  const clock = new DeterministicClock({ real: createRealTime(), background, isAwaited: () => true });
  const events: TraceEvent[] = [];
  const tracer = new Tracer(clock, clock.real, (batch) => events.push(...batch));
  const network = new Network({ clock, tracer, handlers: [handler], task: () => 0, onIdle: () => {} });
  network.use({ wait, jitter: 0, failureRate: 0, seed: 1 });
  clock.start();
  const told = () => {
    tracer.flush();
    return events.map(({ kind, t }) => [kind, t]);
  };
  return { clock, network, told };
}

/** What the program reads, each piece with its time. */
function read(run: ReturnType<typeof setUp>, busy = 0) {
  return patience.fireUntil(readAll(run, busy));
}

async function readAll({ clock, network }: ReturnType<typeof setUp>, busy: number) {
  const reply = await network.fetch(url);
  const reader = (reply.body ?? new ReadableStream()).getReader();
  const pieces: [number, string][] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return pieces;
    pieces.push([clock.now(), new TextDecoder().decode(value)]);
    clock.block(busy);
  }
}

test("each piece arrives when it is sent, after the wait of the reply, and no timer is in the trace", async () => {
  const run = setUp();
  expect(await read(run)).toEqual(words.map((word, index) => [2000 + 300 * index, word]));
  expect(run.told()).toEqual([
    ["request-start", 0],
    ["request-ready", 2000],
    ["request-end", 2000],
    ...words.map((_, index) => ["body-chunk", 2000 + 300 * index]),
    ["body-end", 3200],
  ]);
  expect(run.network.inFlight).toBe(0);
});

test("a busy program gets what has arrived in the meantime at once: the server does not wait for it", async () => {
  const run = setUp(fiveWords, 0);
  const times = (await read(run, 700)).map(([time]) => time);
  expect(times).toEqual([0, 700, 1400, 2100, 2800]);
});

test("a program that waits for a piece is waited for, and one that gives up is not", async () => {
  const { network, told } = setUp();
  const reply = await network.fetch(url);
  const reader = (reply.body ?? new ReadableStream()).getReader();
  await reader.read();
  const second = reader.read();
  await new Promise<void>((resolve) => patience.soon(resolve));
  expect(network.inFlight).toBe(1);
  await reader.cancel();
  expect(await second).toEqual({ done: true, value: undefined });
  await new Promise<void>((resolve) => background.settle(resolve));
  expect(network.inFlight).toBe(0);
  expect(told().at(-1)?.[0]).toBe("body-end");
});

test("a body without end is sent only as far ahead as a connection carries", async () => {
  let sent = 0;
  const endless = http.get(url, () => {
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      sent += 1;
      controller.enqueue(text.encode("moo"));
    };
    return new HttpResponse(new ReadableStream({ pull }));
  });
  const { network } = setUp(endless);
  const { body } = await network.fetch(url);
  expect(sent).toBeLessThan(100);
  await body?.cancel();
});

test("a body that breaks off fails where it broke off", async () => {
  const broken = http.get(url, () => {
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(text.encode("moo"));
        await sleep(300);
        controller.error(new TypeError("The barn is on fire."));
      },
    });
    return new HttpResponse(body);
  });
  const run = setUp(broken);
  await expect(read(run)).rejects.toThrow("The barn is on fire.");
  expect(run.clock.now()).toBe(2300);
});

test("an interval of a server repeats until it is cleared, also from within", async () => {
  setUp();
  const times: number[] = [];
  await new Promise<void>((resolve) => {
    const timer = server.setInterval(() => {
      times.push(server.serverNow());
      if (times.length < 3) return;
      server.clearInterval(timer);
      resolve();
    }, 50);
  });
  expect(times).toEqual([50, 100, 150]);
});
