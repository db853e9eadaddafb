// A network on a clock that moves only if a test moves it.

import type { HttpHandler } from "msw";
import { handlers as animalsApi } from "../../mocks/handlers.ts";
import type { NetworkConditions } from "../../src/protocol/protocol.ts";
import { maxRequests, type RequestLimits } from "../../src/runtime/network/limits.ts";
import { Network } from "../../src/runtime/network/network.ts";
import { Tracer } from "../../src/runtime/tasks/tracer.ts";
import { mainTask, type TraceEvent } from "../../src/trace/events/events.ts";
import { foldEvents } from "../../src/trace/trace.ts";
import { ManualClock } from "./manual-clock.ts";

/**
 * A network with the animals API, and the events that it records. A reply takes a second unless `conditions` say
 * otherwise.
 */
export function setUpNetwork(
  conditions: Partial<NetworkConditions> = {},
  handlers: readonly HttpHandler[] = animalsApi,
  limits: RequestLimits = maxRequests,
) {
  const clock = new ManualClock();
  const events: TraceEvent[] = [];
  const tracer = new Tracer(clock, clock.real, (batch) => events.push(...batch));
  const network = new Network({ clock, tracer, handlers, limits, task: () => mainTask, onIdle: () => {} });
  network.use({ wait: 1000, jitter: 0, failureRate: 0, seed: 1, ...conditions });
  const told = () => {
    tracer.flush();
    return events;
  };
  const requests = () => foldEvents(told()).requests;
  /** The times at which replies arrived. */
  const ready = () => told().flatMap(({ kind, t }) => (kind === "request-ready" ? [t] : []));
  const print = () => tracer.record({ kind: "output", task: 0, level: "log", text: "." });
  return { clock, network, told, requests, ready, print, fetch: network.fetch };
}
