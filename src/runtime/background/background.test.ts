import { expect, onTestFinished, test, vi } from "vitest";
import { createHandFiredTime } from "../../../testing/runtime/hand-fired-time.ts";
import { Background } from "./background.ts";
import { observe } from "./settlement.ts";

const real = createHandFiredTime();
const background = new Background(real);
const { name, length } = Response.prototype.json;
const original = Response.prototype.text;
const whole = new WeakSet<object>();
background.watch((owner) => whole.has(owner));

const settled = () => new Promise<void>((resolve) => background.settle(resolve));

type Listener = (reason: unknown) => void;
const { process } = globalThis as unknown as {
  process: {
    listeners(event: string): Listener[];
    on(event: string, listener: Listener): void;
    removeAllListeners(event: string): void;
  };
};

/** Unhandled rejections until the test is over, which vitest does not see. */
function catchTheUnhandled(): unknown[] {
  const reasons: unknown[] = [];
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", (reason) => reasons.push(reason));
  onTestFinished(() => {
    process.removeAllListeners("unhandledRejection");
    for (const other of others) process.on("unhandledRejection", other);
  });
  return reasons;
}

test("it is settled when all work in the background is done", async () => {
  const done: string[] = [];
  const work = (text: string, promise: Promise<unknown>) => void promise.then(() => done.push(text));
  work("digest", crypto.subtle.digest("SHA-256", new Uint8Array(20_000_000)));
  work("text", new Blob(["moo"]).text());
  work(
    "body",
    new Response(new Blob(["moo"])).json().catch(() => undefined),
  );
  expect(background.isBusy).toBe(true);
  await settled();
  expect([done.sort(), background.isBusy]).toEqual([["body", "digest", "text"], false]);
});

test("also what follows from it, one thing after the other", async () => {
  const done = vi.fn();
  const chain = async () => {
    let bytes = new ArrayBuffer(100);
    for (let round = 0; round < 20; round += 1) {
      bytes = await new Blob([await crypto.subtle.digest("SHA-256", bytes)]).arrayBuffer();
    }
    done();
  };
  const end = chain();
  await settled();
  expect(done).toHaveBeenCalledOnce();
  await end;
});

test("also a stream that is read piece by piece", async () => {
  const pieces: unknown[] = [];
  const read = async () => {
    const stream = new Blob(["moo ".repeat(500_000)]).stream();
    for await (const piece of stream.pipeThrough(new CompressionStream("deflate"))) pieces.push(piece);
    pieces.push("end");
  };
  const end = read();
  await settled();
  expect(pieces.at(-1)).toBe("end");
  await end;
});

test("nobody waits for long for a stream that the program has to feed, nor a second time", async () => {
  let feed = (_: string) => {};
  const stream = new ReadableStream({
    start: (controller) => {
      feed = (text) => controller.enqueue(text);
    },
  });
  const reader = stream.getReader();
  const first = reader.read();
  const before = real.delays.length;
  await real.fireUntil(settled());
  expect(real.delays.slice(before)).toEqual([200]);
  feed("moo");
  expect(await first).toEqual({ done: false, value: "moo" });
  const second = reader.read();
  expect(background.isBusy).toBe(false);
  await settled();
  expect(real.delays.slice(before)).toEqual([200]);
  feed("oink");
  await second;
});

test("a body that is there is waited for longer: the engine may be late", async () => {
  let feed = (_: string) => {};
  const body = new ReadableStream({
    start: (controller) => {
      feed = (text) => {
        controller.enqueue(new TextEncoder().encode(text));
        controller.close();
      };
    },
  });
  const reply = new Response(body);
  whole.add(reply);
  const before = real.delays.length;
  const text = reply.text();
  const end = settled();
  // Each end of other work begins the wait anew.
  await vi.waitFor(() => expect(new Set(real.delays.slice(before))).toEqual(new Set([10_000])));
  feed("moo");
  await end;
  expect([await text, background.isBusy]).toEqual(["moo", false]);
});

test("methods stay what they were for whoever looks at them", async () => {
  expect([Response.prototype.json.name, Response.prototype.json.length]).toEqual([name, length]);
  expect(ReadableStream.prototype.values).toBe(ReadableStream.prototype[Symbol.asyncIterator]);
  await expect(original.call(new Response("moo"))).resolves.toBe("moo");
  await expect(Response.prototype.text.call({} as Response)).rejects.toThrow(TypeError);
});

test("a promise is a plain promise that takes no more turns than without us", async () => {
  const count = async (promise: Promise<unknown>) => {
    let turns = 0;
    let isOver = false;
    void promise.then(() => {
      isOver = true;
    });
    while (!isOver && turns < 1000) {
      turns += 1;
      await null;
    }
    return turns;
  };
  // Now and then the engine needs longer for a body, so the least of several counts.
  const least = async (read: () => Promise<unknown>) => {
    let turns = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < 10; tries += 1) turns = Math.min(turns, await count(read()));
    return turns;
  };
  const ours = await least(() => new Response("moo").text());
  expect(ours).toBe(await least(() => original.call(new Response("moo"))));
  expect(ours).toBeLessThan(1000);
  const promise = new Response("moo").text();
  expect(Object.keys(promise)).toEqual([]);
  expect(promise.constructor).toBe(Promise);
  expect(Object.getOwnPropertyNames(promise)).toEqual([]);
  expect(Promise.resolve(promise)).toBe(promise);
});

test("a rejection that nobody handles is told as ever", async () => {
  const reasons = catchTheUnhandled();
  new Response("moo").json();
  await settled();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(reasons).toEqual([expect.any(SyntaxError)]);
});

test("one that is handled, in whatever way, is not", async () => {
  const reasons = catchTheUnhandled();
  const fail = () => new Response("moo").json();
  const later = fail();
  const ways = [
    fail().catch(() => undefined),
    fail().then(
      () => undefined,
      () => undefined,
    ),
    Promise.allSettled([fail(), fail()]),
    (async () => fail())().catch(() => undefined),
    new Promise((resolve) => resolve(fail())).catch(() => undefined),
    (async () => {
      try {
        await fail();
      } catch {
        // It is handled.
      }
    })(),
    (async () => {
      await null;
      await later.catch(() => undefined);
    })(),
  ];
  await Promise.all(ways);
  await settled();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(reasons).toEqual([]);
});

test("nor is one that is handled only after it was observed", async () => {
  const reasons = catchTheUnhandled();
  const settled = vi.fn();
  const promise = observe(Promise.reject(new Error("moo")), settled);
  for (let turn = 0; turn < 5; turn += 1) await null;
  expect(settled).toHaveBeenCalledOnce();
  await expect(promise).rejects.toThrow("moo");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(reasons).toEqual([]);
});
