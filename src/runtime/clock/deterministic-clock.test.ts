import { expect, test } from "vitest";
import { createHandFiredTime } from "../../../testing/runtime/hand-fired-time.ts";
import { Background } from "../background/background.ts";
import { DeterministicClock, patientReads } from "./deterministic-clock.ts";
import { Timers } from "./timers.ts";

const real = createHandFiredTime();
const background = new Background(real);
background.watch();

function setUp(isAwaited = true) {
  const state = { isAwaited };
  const clock = new DeterministicClock({ real, background, isAwaited: () => state.isAwaited });
  clock.start();
  const timers = new Timers({ clock });
  const sleep = (delay: number) => new Promise<void>((resolve) => timers.setTimeout(resolve, delay));
  const noted: string[] = [];
  const note = (text: string) => noted.push(`${clock.now()} ${text}`);
  return { clock, timers, sleep, note, noted, state };
}

/** Resolves in real time, when the program and the engine have nothing left to do. */
const settled = () => new Promise<void>((resolve) => background.settle(resolve));

test("time jumps to what is due next, however long that is, and waits for no real time", async () => {
  const { sleep, note, noted } = setUp();
  const before = real.delays.length;
  await Promise.all([
    sleep(3_600_000).then(() => note("an hour")),
    sleep(1000).then(() => note("a second")),
    sleep(0).then(() => note("now")),
  ]);
  expect(noted).toEqual(["0 now", "1000 a second", "3600000 an hour"]);
  expect(real.delays.length).toBe(before);
});

test("microtasks are done before time moves, though there be many", async () => {
  const { sleep, note, noted } = setUp();
  const late = sleep(1).then(() => note("timer"));
  for (let turn = 0; turn < 10_000; turn += 1) await null;
  note("microtasks");
  await late;
  expect(noted).toEqual(["0 microtasks", "1 timer"]);
});

test("what the engine does in the background takes no time", async () => {
  const { sleep, note, noted } = setUp();
  const work = async (text: string, promise: Promise<unknown>) => {
    await promise;
    note(text);
  };
  const compressed = new Blob(["moo ".repeat(100_000)]).stream().pipeThrough(new CompressionStream("gzip"));
  await Promise.all([
    sleep(1).then(() => note("timer")),
    work("text", new Response("moo").text()),
    work("form", new Request("http://x/", { method: "POST", body: new FormData() }).formData()),
    work("digest", crypto.subtle.digest("SHA-256", new Uint8Array(5_000_000))),
    work("key", crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign"])),
    work("blob", new Blob(["moo"]).arrayBuffer()),
    work("gzip", new Response(compressed).arrayBuffer()),
  ]);
  expect(noted.at(-1)).toBe("1 timer");
  expect(noted.slice(0, -1).sort()).toEqual(["0 blob", "0 digest", "0 form", "0 gzip", "0 key", "0 text"]);
});

test("a body that the program itself writes, at its time, does not keep time from moving", async () => {
  const { sleep, note, noted } = setUp();
  const stream = new ReadableStream({
    async start(controller) {
      for (const text of ["a", "b", "c"]) {
        await sleep(100);
        controller.enqueue(new TextEncoder().encode(text));
      }
      controller.close();
    },
  });
  note(await real.fireUntil(new Response(stream.pipeThrough(new TransformStream())).text()));
  expect(noted).toEqual(["300 abc"]);
});

test("a block moves time at once, and what was due meanwhile calls back afterwards", async () => {
  const { clock, sleep, note, noted } = setUp();
  const both = Promise.all([sleep(100).then(() => note("short")), sleep(300).then(() => note("long"))]);
  clock.block(200);
  note("blocked");
  await both;
  expect(noted).toEqual(["200 blocked", "200 short", "300 long"]);
});

test("a program that asks for the time until it has come does not hang", () => {
  const { clock } = setUp();
  let reads = 0;
  while (clock.read() < 500) reads += 1;
  expect(reads).toBe(patientReads + 499);
  clock.block(100);
  expect([clock.read(), clock.read()]).toEqual([600, 600]);
});

test("so does one that lets others run meanwhile", async () => {
  const { clock, sleep, note, noted } = setUp();
  const timer = sleep(100).then(() => note("timer"));
  while (clock.read() < 50) await null;
  note("waited");
  while (clock.read() < 200) await sleep(0);
  note("slept");
  await timer;
  expect(noted).toEqual(["50 waited", "100 timer", "201 slept"]);
});

test("the runtime may look at the clock as often as it likes", () => {
  const { clock } = setUp();
  for (let look = 0; look < 2 * patientReads; look += 1) clock.now();
  expect(clock.read()).toBe(0);
});

test("an interval calls back on time for ever, and another timer ends it", async () => {
  const { timers, sleep, note, noted } = setUp();
  const interval = timers.setInterval(() => note("tick"), 30);
  await sleep(100);
  timers.clear(interval);
  expect(noted).toEqual(["30 tick", "60 tick", "90 tick"]);
});

test("an interval without a pause starves nobody", async () => {
  const { timers, sleep } = setUp();
  let ticks = 0;
  const interval = timers.setInterval(() => {
    ticks += 1;
  }, 0);
  await sleep(100);
  timers.clear(interval);
  expect(ticks).toBe(30);
});

test("a signal times out where somebody waits, or something else is to come; time is not moved for it alone", async () => {
  const { clock, timers, sleep, state } = setUp(false);
  const signal = timers.signalTimeout(50);
  await settled();
  await settled();
  expect([clock.now(), signal.aborted]).toEqual([0, false]);
  await sleep(80);
  expect([clock.now(), signal.aborted]).toEqual([80, true]);
  const other = timers.signalTimeout(20);
  await settled();
  state.isAwaited = true;
  clock.goOn();
  await settled();
  await settled();
  expect([clock.now(), other.aborted]).toEqual([100, true]);
});

test("a cleared timer does not move time", async () => {
  const { clock, timers } = setUp();
  timers.clear(timers.setTimeout(() => undefined, 100));
  await settled();
  await settled();
  expect(clock.now()).toBe(0);
});

test("the same program does the same at the same times", async () => {
  const once = async () => {
    const { clock, sleep, note, noted, timers } = setUp();
    const walk = async (name: string, pause: number) => {
      for (let step = 0; step < 20; step += 1) {
        await sleep(pause);
        const bytes = new TextEncoder().encode(`${name} ${clock.read()}`);
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
        note(`${name} ${digest[0]} ${await new Response(`${step}`).text()}`);
        if (step % 7 === 0) clock.block(pause * 1.5);
      }
    };
    timers.signalTimeout(120).addEventListener("abort", () => note("abort"));
    await Promise.all([walk("cow", 10), walk("pig", 15), walk("hen", 10)]);
    return noted;
  };
  const first = await once();
  expect(first).toHaveLength(61);
  for (let round = 0; round < 5; round += 1) expect(await once()).toEqual(first);
});

test("a sleep takes four turns of the event loop, and no real time", async () => {
  const time = createHandFiredTime();
  // It watches no realm, so that the messages of the test runner do not count.
  const clock = new DeterministicClock({
    real: time,
    background: new Background(time),
    isAwaited: () => true,
  });
  for (let index = 0; index < 1000; index += 1) {
    await new Promise<void>((resolve) => clock.setTimer(resolve, 10));
  }
  expect([clock.now(), time.turns, time.delays]).toEqual([10_000, 4000, []]);
});
