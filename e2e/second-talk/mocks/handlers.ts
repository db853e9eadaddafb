// The weather of three towns as MSW request handlers, in JSON.

import { type HttpHandler, HttpResponse, http } from "msw";

const degrees: Readonly<Record<string, number>> = { Lisbon: 24, Oslo: 9, Rome: 21 };

/** The network of the panes in the words of its messages: "A pane reaches only …", "… such as …". */
export const reachable = {
  what: "the weather at https://weather.example/",
  example: "https://weather.example/Oslo",
} as const;

export const handlers: readonly HttpHandler[] = [
  http.get("https://weather.example/:town", ({ params }) => {
    const town = String(params.town);
    const known = degrees[town];
    return known === undefined
      ? HttpResponse.json({ error: `There is no town ${town}.` }, { status: 404 })
      : HttpResponse.json({ town, degrees: known });
  }),
];
