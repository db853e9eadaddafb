// The animals API as MSW request handlers: what is asked and what is answered, nothing about how long it takes.

import { type HttpHandler, HttpResponse, http } from "msw";
import { isAnimal, sounds } from "./animals.ts";

/** The API answers at both host names, with and without TLS. */
export const apiOrigins = [
  "http://www.ericappelt.com",
  "http://ericappelt.com",
  "https://www.ericappelt.com",
  "https://ericappelt.com",
] as const;

function animalsApi(origin: string): HttpHandler[] {
  return [
    // Matches with and without a last slash.
    http.get(`${origin}/animals`, () =>
      HttpResponse.text("Welcome to the farm! Ask for /animals/cow to hear what a cow says.\n"),
    ),
    http.get<{ name: string }>(`${origin}/animals/:name`, ({ params: { name } }) =>
      isAnimal(name)
        ? HttpResponse.text(sounds[name])
        : HttpResponse.text(`There is no ${name} on this farm.`, { status: 404 }),
    ),
    http.all(`${origin}/animals/*`, ({ request }) =>
      HttpResponse.text(`The animals do not listen to ${request.method}. Use GET.`, {
        status: 405,
        headers: { Allow: "GET" },
      }),
    ),
  ];
}

/** Every address that a pane can reach. An address that no handler answers is refused. */
export const handlers: readonly HttpHandler[] = apiOrigins.flatMap(animalsApi);
