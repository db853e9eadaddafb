// Records an example of a slide, for tests.

import { recordExample } from "../../scripts/recordings/record.mjs";
import { foldEvents, type Trace } from "../../src/trace/trace.ts";

/** The trace of one run of the example. The first recording bundles the run worker, which takes seconds on a busy machine. */
export async function recorded(entry: string): Promise<Trace> {
  const [events = []] = await recordExample(entry);
  return foldEvents(events);
}

/** The lines that the run printed. */
export function printed({ lines }: Trace): string[] {
  return lines.map(({ text }) => text);
}
