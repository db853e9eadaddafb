import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { reachable } from "../../../mocks/handlers.ts";
import { settled } from "../../../testing/runtime/manual-clock.ts";
import { setUpNetwork as setUp } from "../../../testing/runtime/manual-network.ts";

const chain = [
  http.all("http://farm.example/old", () => HttpResponse.redirect("http://farm.example/new", 302)),
  http.all("http://farm.example/new", ({ request }) => HttpResponse.text(request.method)),
  http.post("http://farm.example/moved", async ({ request }) => {
    await request.text();
    return new HttpResponse(null, { status: 307, headers: { Location: "/echo" } });
  }),
  http.post("http://farm.example/echo", async ({ request }) => HttpResponse.text(await request.text())),
  http.get("http://farm.example/loop", () => HttpResponse.redirect("http://farm.example/loop", 302)),
  http.get("http://farm.example/away", () => HttpResponse.redirect("http://example.com/", 302)),
  http.get(
    "http://farm.example/lost",
    () => new HttpResponse(null, { status: 302, headers: { Location: "http://" } }),
  ),
  http.get("http://farm.example/broken", () => HttpResponse.error()),
];

/** Asks http://farm.example, for as long as it takes. */
async function askFarm(path: string, init?: RequestInit, wait = 0) {
  const { clock, fetch, ...rest } = setUp({ wait }, chain);
  const reply = fetch(`http://farm.example/${path}`, init);
  reply.catch(() => undefined);
  for (let turn = 0; turn < 30; turn += 1) {
    await settled();
    await clock.pass(wait);
  }
  return { reply, ...rest };
}

test("redirects are followed", async () => {
  const { reply } = await askFarm("old#here", { method: "POST" });
  const response = await reply;
  expect([response.url, response.redirected, await response.text()]).toEqual([
    "http://farm.example/new",
    true,
    "GET",
  ]);
});

test("a redirect that keeps the method keeps the body", async () => {
  const { reply } = await askFarm("moved", { method: "POST", body: "hay" });
  const { url, text } = await reply.then(async (response) => ({
    url: response.url,
    text: await response.text(),
  }));
  expect([url, text]).toEqual(["http://farm.example/echo", "hay"]);
});

test("a redirect is handed over where the request wants that, and tells nothing", async () => {
  const { reply, requests, ready } = await askFarm("old#here", { redirect: "manual" }, 1000);
  for (const response of [await reply, (await reply).clone()]) {
    const { type, status, statusText, ok, url, redirected, body } = response;
    expect({ type, status, statusText, ok, url, redirected, body, headers: [...response.headers] }).toEqual({
      type: "opaqueredirect",
      status: 0,
      statusText: "",
      ok: false,
      url: "http://farm.example/old",
      redirected: false,
      body: null,
      headers: [],
    });
  }
  expect(ready()).toEqual([1000]);
  expect(requests()[0]?.outcome).toEqual({ kind: "answered", status: 0, statusText: "" });
});

test.each([
  ["old", { redirect: "error" }, "failed", "http://farm.example/old redirected, and the request forbids it."],
  ["loop", {}, "failed", "http://farm.example/loop redirected more than 20 times."],
  ["lost", {}, "failed", 'http://farm.example/lost redirected to "http://", which is no address.'],
  ["broken", {}, "failed", "The request to http://farm.example/broken failed."],
  ["away", {}, "refused", `A pane reaches only ${reachable.what}, not http://example.com/.`],
] as const)("%s with %o has no reply, and none is told to be there", async (path, init, kind, reason) => {
  const { reply, requests, ready } = await askFarm(path, init, 1000);
  await expect(reply).rejects.toThrow(new TypeError(reason));
  expect(requests()[0]?.outcome).toEqual({ kind, reason });
  expect(requests()[0]?.end).toBe(path === "loop" ? 21_000 : 1000);
  expect(ready()).toEqual([]);
});

test("only the reply at the end of the redirects is told to be there", async () => {
  const { reply, requests, ready } = await askFarm("old", {}, 1000);
  await reply;
  expect(requests()[0]).toMatchObject({ start: 0, ready: 2000, end: 2000 });
  expect(ready()).toEqual([2000]);
});

test("so it is when the program keeps control at that time", async () => {
  const { clock, fetch, requests, ready, print } = setUp({}, chain);
  const reply = fetch("http://farm.example/old");
  await clock.pass(1500);
  clock.block(700);
  print();
  await clock.pass(0);
  await reply;
  expect(requests()[0]).toMatchObject({ start: 0, ready: 2000, end: 2200 });
  expect(ready()).toEqual([2000]);
});

test("a program that prints from the call on is told of one reply, though no handler could start", async () => {
  const { clock, fetch, ready, print } = setUp({}, chain);
  const reply = fetch("http://farm.example/old");
  clock.block(1500);
  print();
  await settled();
  await clock.pass(2000);
  await reply;
  expect(ready()).toEqual([1000]);
});

test("an abort ends a redirect", async () => {
  const { clock, fetch, requests, ready } = setUp({}, chain);
  const controller = new AbortController();
  const reply = fetch("http://farm.example/old", { signal: controller.signal });
  await clock.pass(500);
  controller.abort();
  await expect(reply).rejects.toThrow("aborted");
  await clock.pass(5000);
  expect(requests()[0]).toMatchObject({ end: 500, outcome: { kind: "aborted" } });
  expect(ready()).toEqual([]);
});
