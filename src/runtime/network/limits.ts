// Limits the number of requests of a run: a program that makes requests without end gets an error instead of using up the memory.

import { NoReply } from "./replies.ts";

/** The most requests of one run: in all, and in flight at the same time. */
export interface RequestLimits {
  readonly all: number;
  readonly inFlight: number;
}

export const maxRequests: RequestLimits = { all: 20_000, inFlight: 10_000 };

/**
 * Throws NoReply if a request exceeds a limit.
 * @param count the requests so far, with this one
 */
export function checkLimits(count: RequestLimits, { all, inFlight }: RequestLimits): void {
  if (count.all > all) throw new NoReply("refused", `A run can make ${countText(all)} requests, not more.`);
  if (count.inFlight > inFlight) {
    throw new NoReply("refused", `A run can wait for ${countText(inFlight)} requests at a time, not more.`);
  }
}

function countText(count: number): string {
  return count.toLocaleString("en");
}
