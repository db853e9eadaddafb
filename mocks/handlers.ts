// The animals API as MSW request handlers: what it answers to which request. Delays are not defined here.

import { type HttpHandler, HttpResponse, type HttpResponseResolver, http } from "msw";
import { isAnimal, sounds } from "./animals.ts";

/** The origins of the API: two host names, each with and without TLS. */
export const apiOrigins = [
  "http://www.ericappelt.com",
  "http://ericappelt.com",
  "https://www.ericappelt.com",
  "https://ericappelt.com",
] as const;

/** What a pane can reach, as parts of messages: "A pane reaches only …", "… such as …". */
export const reachable = {
  what: `the animals API at ${apiOrigins[0]}/animals/`,
  example: `${apiOrigins[0]}/animals/cow`,
} as const;

function animalsApi(origin: string): HttpHandler[] {
  // MSW matches both with and without a final slash.
  const farm = `${origin}/animals`;
  const animal = `${farm}/:name`;
  return [
    http.get(farm, welcome),
    http.head(farm, welcome),
    http.get(animal, sound),
    http.head(animal, sound),
    http.all(farm, useGet),
    http.all(animal, useGet),
    http.all(`${farm}/*`, nothing),
  ];
}

const welcome: HttpResponseResolver = () =>
  HttpResponse.text("Welcome to the farm! Ask for /animals/cow to hear what a cow says.\n");

const sound: HttpResponseResolver<{ name: string }> = ({ params: { name } }) =>
  isAnimal(name)
    ? HttpResponse.text(sounds[name])
    : HttpResponse.text(`There is no ${name} on this farm.`, { status: 404 });

const useGet: HttpResponseResolver = ({ request }) =>
  HttpResponse.text(`The animals do not listen to ${request.method}. Use GET.`, {
    status: 405,
    headers: { Allow: "GET, HEAD" },
  });

const nothing: HttpResponseResolver = ({ request }) =>
  HttpResponse.text(`There is nothing at ${new URL(request.url).pathname}. Ask for /animals/cow.`, {
    status: 404,
  });

/** The handlers of every address that a pane can reach. An address without a handler is refused. */
export const handlers: readonly HttpHandler[] = apiOrigins.flatMap(animalsApi);
