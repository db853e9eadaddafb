import { expect, test, vi } from "vitest";
import { reachable } from "../../../mocks/handlers.ts";
import { cut, finishResponse, isReply, parseRequest, refusal, unlessAborted } from "./replies.ts";

const request = new Request("http://farm.example/cow#here");

function exchange(signal: AbortSignal, redirected: boolean) {
  return { request: 0, signal, redirected };
}

/** A body that gives one piece and then waits. */
function endless() {
  const cancel = vi.fn();
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode("Moo!")),
    cancel,
  });
  return { body, cancel };
}

test("a refusal and an example are in the words of the mocks", () => {
  expect(refusal("http://x.example/").message).toBe(
    `A pane reaches only ${reachable.what}, not http://x.example/.`,
  );
  expect(() => parseRequest("cow", undefined)).toThrow(`such as ${reachable.example}.`);
});

test("a text is cut only where it is too long", () => {
  expect([cut("abc", 3), cut("abcd", 3), cut("x".repeat(3000)).length]).toEqual(["abc", "abc…", 2001]);
});

test("an address is told without its fragment, by a copy too", () => {
  const response = finishResponse(request, new Response("Moo!"), exchange(request.signal, true));
  for (const each of [response, response.clone(), response.clone().clone()]) {
    expect([each.url, each.redirected]).toEqual(["http://farm.example/cow", true]);
  }
});

test.each([
  ["follow", "/next", false],
  ["follow", undefined, true],
  ["manual", "/next", true],
  ["manual", undefined, true],
  ["error", "/next", false],
  ["error", undefined, false],
] as const)("for a request to %s redirects, one to %s is its reply: %s", (redirect, location, isIt) => {
  const response = new Response(null, { status: 303, headers: location ? { Location: location } : {} });
  expect(isReply(new Request(request, { redirect }), response)).toBe(isIt);
});

test("neither an error is a reply, nor is a status of 304 a redirect", () => {
  expect(isReply(request, Response.error())).toBe(false);
  expect(isReply(request, new Response(null, { status: 304 }))).toBe(true);
});

test("an abort ends the reading of a body, and the body", async () => {
  const controller = new AbortController();
  const { body, cancel } = endless();
  const response = finishResponse(request, new Response(body), exchange(controller.signal, false));
  const text = response.text();
  const failure = expect(text).rejects.toThrow("enough");
  controller.abort(new Error("enough"));
  await failure;
  expect(cancel).toHaveBeenCalledExactlyOnceWith(controller.signal.reason);
});

test("so does an abort that came before", async () => {
  const signal = AbortSignal.abort(new Error("enough"));
  const { body, cancel } = endless();
  const response = finishResponse(request, new Response(body), exchange(signal, false));
  await expect(response.text()).rejects.toThrow("enough");
  expect(cancel).toHaveBeenCalledOnce();
});

test("an abort after the end of a body, or after its failure, changes nothing", async () => {
  const controller = new AbortController();
  const whole = finishResponse(request, new Response("Moo!"), exchange(controller.signal, false));
  expect(await whole.text()).toBe("Moo!");
  const failing = new ReadableStream({ start: (stream) => stream.error(new Error("cut off")) });
  const broken = finishResponse(request, new Response(failing), exchange(controller.signal, false));
  await expect(broken.text()).rejects.toThrow("cut off");
  controller.abort(new Error("enough"));
});

test("a program that reads no further ends the body", async () => {
  const { body, cancel } = endless();
  await finishResponse(request, new Response(body), exchange(request.signal, false)).body?.cancel("full");
  expect(cancel).toHaveBeenCalledExactlyOnceWith("full");
});

test("a promise is left to itself once the program has aborted", async () => {
  const failing = () => Promise.reject(new Error("late"));
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(unlessAborted(failing(), signal)).rejects.toMatchObject({ thrown: signal.reason });
  await expect(unlessAborted(failing(), new AbortController().signal)).rejects.toThrow("late");
  expect(await unlessAborted(Promise.resolve(1), new AbortController().signal)).toBe(1);
});
