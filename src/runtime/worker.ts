// Entry of the run worker: waits for one program, runs it, and sends its trace to the page.

import "./storage-stand-in.ts";
import { handlers } from "../../mocks/handlers.ts";
import { LiveClock } from "./clock.ts";
import { prepareRun } from "./program.ts";
import type { EventsMessage, StartMessage } from "./protocol.ts";
import { Tracer } from "./tracer.ts";

let tell: ((message: EventsMessage) => void) | undefined;
const clock = new LiveClock();
const tracer = new Tracer(clock, (events) => tell?.({ kind: "events", events }));
const run = prepareRun({ clock, tracer, handlers });

// The first message brings the port to the page; the program never sees that port.
self.addEventListener(
  "message",
  ({ ports: [port] }: MessageEvent) => {
    if (!port) return;
    // Bound now: a program that replaces the method would be handed the port by the next call.
    tell = port.postMessage.bind(port);
    port.onmessage = ({ data }: MessageEvent<StartMessage>) => run(data);
  },
  { once: true },
);
