// The type of the events of one kind.

import type { TraceEvent } from "./events.ts";

export type EventOf<Kind extends TraceEvent["kind"]> = Extract<TraceEvent, { readonly kind: Kind }>;
