import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { settled } from "../../../testing/runtime/manual-clock.ts";
import { setUpNetwork as setUp } from "../../../testing/runtime/manual-network.ts";

const cow = "http://www.ericappelt.com/animals/cow";

/** A handler that answers when the test says so. */
function slowHandler() {
  let finish = () => {};
  const work = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const handler = http.get(cow, async () => {
    await work;
    return HttpResponse.text("slow");
  });
  return { handler, finish };
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
  const limits = { all: 60, inFlight: 50 };
  const { fetch, network, requests } = setUp({}, undefined, limits);
  const replies = Array.from({ length: 51 }, () => fetch(cow));
  await expect(replies.at(-1)).rejects.toThrow("A run can wait for 50 requests at a time, not more.");
  expect(network.inFlight).toBe(50);
  for (let index = 51; index < 60; index += 1) await expect(fetch("nowhere")).rejects.toThrow("address");
  await expect(fetch(cow)).rejects.toThrow("A run can make 60 requests, not more.");
  expect(requests().filter(({ outcome }) => outcome?.kind === "refused")).toHaveLength(11);
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

test("an abort ends the wait for a handler that still works", async () => {
  const { handler, finish } = slowHandler();
  const { clock, fetch, requests, ready, network } = setUp({ wait: 10 }, [handler]);
  const controller = new AbortController();
  const reply = fetch(cow, { signal: controller.signal });
  await clock.pass(50);
  controller.abort(new Error("enough"));
  await expect(reply).rejects.toThrow("enough");
  expect(network.inFlight).toBe(0);
  finish();
  await clock.pass(50);
  expect(requests()[0]).toMatchObject({ end: 50, outcome: { kind: "aborted" } });
  expect(ready()).toEqual([]);
});

test("a handler that takes longer than the wait decides when the reply is there", async () => {
  const { handler, finish } = slowHandler();
  const { clock, fetch, requests, ready, print } = setUp({ wait: 10 }, [handler]);
  const reply = fetch(cow);
  await clock.pass(50);
  print();
  finish();
  expect(await (await reply).text()).toBe("slow");
  expect(requests()[0]).toMatchObject({ start: 0, ready: 50, end: 50 });
  expect(ready()).toEqual([50]);
});

test("one that takes shorter does not, though the program keeps control when the reply is due", async () => {
  const { handler, finish } = slowHandler();
  const { clock, fetch, requests } = setUp({ wait: 1000 }, [handler]);
  const reply = fetch(cow);
  await clock.pass(50);
  finish();
  await settled();
  clock.block(1800);
  await clock.pass(0);
  await reply;
  expect(requests()[0]).toMatchObject({ start: 0, ready: 1000, end: 1850 });
});

test("without a wait too, a reply is told once to be there", async () => {
  const { handler, finish } = slowHandler();
  const { clock, fetch, ready } = setUp({ wait: 0 }, [handler]);
  const replies = Promise.all([fetch(cow), fetch(cow)]);
  await clock.pass(50);
  finish();
  await clock.pass(0);
  await replies;
  expect(ready()).toHaveLength(2);
});

test("an address that answers to other methods alone fails with a sentence that says so", async () => {
  const { fetch, requests, ready } = setUp({}, [http.get(cow, () => HttpResponse.text("Moo!"))]);
  const sentence = `The network of a pane has no answer to POST ${cow}.`;
  await expect(fetch(cow, { method: "POST" })).rejects.toThrow(new TypeError(sentence));
  expect(requests()[0]?.outcome).toEqual({ kind: "failed", reason: sentence });
  expect(ready()).toEqual([]);
});

test("a reply to HEAD has no body", async () => {
  const { clock, fetch } = setUp({ wait: 0 });
  const reply = fetch(cow, { method: "HEAD" });
  await settled();
  await clock.pass(0);
  const { status, body, headers } = await reply;
  expect([status, body, headers.get("Content-Length")]).toEqual([200, null, "4"]);
});

test.each([
  ["a long path", `http://www.ericappelt.com/animals/${"y".repeat(1e6)}`, "refused"],
  ["a long host", `http://${"y".repeat(1e6)}/`, "refused"],
  ["data", `data:text/plain,${"y".repeat(1e6)}`, "refused"],
  ["no full address", "y".repeat(1e6), "refused"],
  ["no port", `http://x:${"9".repeat(1e6)}/`, "refused"],
])("%s is cut where the trace tells it", async (_, url, kind) => {
  const { fetch, requests } = setUp();
  await expect(fetch(url)).rejects.toThrow(TypeError);
  const [request] = requests();
  expect(request?.url).toBe(`${url.slice(0, 2000)}…`);
  expect(request?.outcome).toMatchObject({ kind, reason: expect.stringMatching(/^.{10,400}\.$/) });
});

test("so is a method, and whatever else a failure tells", async () => {
  const { fetch, told } = setUp();
  const method = "Y".repeat(1e6);
  await expect(fetch(cow, { method: `${method} ` })).rejects.toThrow(TypeError);
  expect(JSON.stringify(told()).length).toBeLessThan(5000);
});
