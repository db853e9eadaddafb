// Entry of the run worker: waits for one program, runs it, and sends its trace to the page.

import "./storage-stand-in.ts";
import { handlers } from "../../mocks/handlers.ts";
import { LiveClock } from "./clock.ts";
import { prepareRun } from "./program.ts";
import type { EventsMessage, StartMessage } from "./protocol.ts";
import { Tracer } from "./tracer.ts";

let page: MessagePort | undefined;
const clock = new LiveClock();
const tracer = new Tracer(clock, (events) =>
  page?.postMessage({ kind: "events", events } satisfies EventsMessage),
);
const run = prepareRun({ clock, tracer, handlers });

// The first message brings the port to the page; the program never sees that port.
self.addEventListener(
  "message",
  ({ ports: [port] }: MessageEvent) => {
    if (!port) return;
    page = port;
    port.onmessage = ({ data }: MessageEvent<StartMessage>) => run(data);
  },
  { once: true },
);
