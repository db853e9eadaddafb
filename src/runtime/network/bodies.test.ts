import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { settled } from "../../../testing/runtime/manual-clock.ts";
import { setUpNetwork } from "../../../testing/runtime/manual-network.ts";
import { type Origin, watchBodies } from "./bodies.ts";

const farm = "http://farm.example";
const handlers = [
  http.get(`${farm}/cow`, () => HttpResponse.text('{ "says": "Moo!" }')),
  http.get(`${farm}/stream`, () => new HttpResponse(new Blob(["Moo!"]).stream())),
];

/** Reads of bodies are noted in this realm once and for all. */
const read = new Map<Promise<unknown>, Origin>();
watchBodies((body, origin) => read.set(body, origin));

async function reply(path: string): Promise<Response> {
  const { clock, fetch } = setUpNetwork({}, handlers);
  const response = fetch(farm + path);
  await settled();
  await clock.pass(1000);
  return response;
}

test("the promise of a body is known with its request, and whether all of it is there", async () => {
  const whole = await reply("/cow");
  const [copy, body] = [whole.clone().json(), whole.text()];
  expect(await copy).toEqual({ says: "Moo!" });
  expect(await body).toBe('{ "says": "Moo!" }');
  for (const each of [copy, body]) expect(read.get(each)).toMatchObject({ request: 0, hasArrived: true });
  const streamed = (await reply("/stream")).text();
  expect(await streamed).toBe("Moo!");
  expect(read.get(streamed)).toMatchObject({ request: 0, hasArrived: false });
});

test("a body of the program's own is none of the network", async () => {
  const body = new Response("Moo!").text();
  expect(await body).toBe("Moo!");
  expect(read.has(body)).toBe(false);
});
