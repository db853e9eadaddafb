import { expect, test } from "vitest";
import { createRealTime } from "../clock/real-time.ts";
import { Background } from "./background.ts";
import { OrderedResults } from "./ordered-results.ts";

const background = new Background(createRealTime());
background.watch();
background.putInOrder();

/** A promise that settles when the test says so. */
function controlled() {
  let resolve = (_: string) => {};
  let reject = (_: Error) => {};
  const promise = new Promise<string>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

test("of the results that are there, that of the first call is handed over first", async () => {
  const results = new OrderedResults();
  const calls = [controlled(), controlled(), controlled()] as const;
  const order: string[] = [];
  let done = 0;
  for (const [index, { promise }] of calls.entries()) {
    const onDone = () => {
      done += 1;
    };
    results.add(promise, onDone).then(
      (value) => order.push(`${index} ${value}`),
      (error) => order.push(`${index} ${error.message}`),
    );
  }
  expect(results.handOver()).toBe(false);
  calls[2].resolve("moo");
  calls[1].reject(new Error("oink"));
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect([done, order]).toEqual([2, []]);
  while (results.handOver()) await null;
  calls[0].resolve("late");
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(results.handOver()).toBe(true);
  await null;
  expect(order).toEqual(["1 oink", "2 moo", "0 late"]);
});

test("whatever the engine is done with first, after all microtasks, and each in a turn of its own", async () => {
  const order: string[] = [];
  const note = (text: string, promise: Promise<unknown>) =>
    promise.then(() => {
      order.push(text);
      void Promise.resolve().then(() => order.push(`${text}, then`));
    });
  const microtasks = async () => {
    for (let turn = 0; turn < 500; turn += 1) await null;
    order.push("microtasks");
  };
  await Promise.all([
    note("long", crypto.subtle.digest("SHA-256", new Uint8Array(5_000_000))),
    note("short", new Response("moo").text()),
    note("blob", new Blob(["moo"]).text()),
    microtasks(),
  ]);
  expect(order).toEqual(["microtasks", "long", "long, then", "short", "short, then", "blob", "blob, then"]);
});

test("all is handed over before the background is settled", async () => {
  let text = "";
  const read = async () => {
    text = await new Blob([await new Response("moo").arrayBuffer()]).text();
  };
  const end = read();
  await new Promise<void>((resolve) => background.settle(resolve));
  expect(text).toBe("moo");
  await end;
});

test("values and errors are the engine's own", async () => {
  await expect(new Response("moo").json()).rejects.toThrow(SyntaxError);
  expect(await new Response("[1]").json()).toEqual([1]);
  const form = new FormData();
  form.set("animal", "cow");
  const request = new Request("http://farm.example/", { method: "POST", body: form });
  expect((await request.formData()).get("animal")).toBe("cow");
});
