// The weather of three towns as MSW request handlers, in JSON.

import { delay, type HttpHandler, HttpResponse, http } from "msw";

const degrees: Readonly<Record<string, number>> = { Lisbon: 24, Oslo: 9, Rome: 21 };

/** The network of the panes in the words of its messages: "A pane reaches only …", "… such as …". */
export const reachable = {
  what: "the weather at https://weather.example/",
  example: "https://weather.example/Oslo",
} as const;

/** A feed of the weather: an event every 300 ms, as a server sends them. */
function feed(): Response {
  const words = ["sun", "cloud", "rain", "cloud", "sun"];
  const body = new ReadableStream<string>({
    async start(controller) {
      for (const [index, word] of words.entries()) {
        if (index > 0) await delay(300);
        controller.enqueue(`data: ${word}\n\n`);
      }
      controller.close();
    },
  });
  return new HttpResponse(body.pipeThrough(new TextEncoderStream()), {
    headers: { "Content-Type": "text/event-stream" },
  });
}

export const handlers: readonly HttpHandler[] = [
  http.get("https://weather.example/feed", feed),
  http.get("https://weather.example/:town", ({ params }) => {
    const town = String(params.town);
    const known = degrees[town];
    return known === undefined
      ? HttpResponse.json({ error: `There is no town ${town}.` }, { status: 404 })
      : HttpResponse.json({ town, degrees: known });
  }),
];
