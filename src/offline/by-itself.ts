// Stores the whole deck without being asked, behind everything else, unless that would cost the visitor something.

import { quiet } from "../screen/quiet.ts";
import { savesData } from "../screen/thrift.ts";
import { bytesOf, type Inventory, isComplete } from "./inventory.ts";
import type { KeptDeck } from "./kept-deck.ts";

/** The store must have room for this many times what is missing: a newer version will stand beside this one. */
const roomFactor = 2;

/** In milliseconds: how long to wait after a failure. Each time it is twice as long. */
const firstWait = 15_000;
const longestWait = 300_000;
/** After so many failures the next visit goes on: the host may send a file that is never right. */
const mostFailures = 6;

/** Only one window of the deck stores at a time. */
const lockName = "interleave:keep";

/**
 * Stores the files that are missing, one by one. If one fails, goes on later, or when the network is back. Resolves
 * when all are stored, or when the viewer has to ask for them.
 */
export async function keepRest(deck: KeptDeck): Promise<void> {
  for (let failures = 0; failures < mostFailures && !(await isDone(deck)); failures += 1) {
    try {
      await alone(() => deck.storeInBackground(quiet));
    } catch {
      // Nobody has asked, so nobody is told. The sheet offers to try again.
      await networkOrTime(Math.min(firstWait * 2 ** failures, longestWait));
    }
  }
}

async function isDone(deck: KeptDeck): Promise<boolean> {
  try {
    const inventory = await deck.list();
    return isComplete(inventory) || (await whyNotByItself(deck, inventory)) !== undefined;
  } catch {
    return true;
  }
}

/** Returns a sentence that says why the missing files are stored only on request; `undefined` if they come anyway. */
export async function whyNotByItself(
  { isFull }: Pick<KeptDeck, "isFull">,
  { files }: Inventory,
): Promise<string | undefined> {
  if (savesData()) return "They come only if you ask, because this browser saves data.";
  const missing = bytesOf(files.filter(({ isKept }) => !isKept));
  if (!isFull && (await room()) >= roomFactor * missing) return undefined;
  return "They come only if you ask, because the browser's store is short of room.";
}

/**
 * Returns how many bytes the browser still stores, or infinity if it does not tell. Chromium tells a number that hides
 * how full the disk is, so a store can be full earlier.
 */
async function room(): Promise<number> {
  const { quota, usage = 0 } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota === undefined ? Number.POSITIVE_INFINITY : quota - usage;
}

/** Works while no other window does. */
async function alone(work: () => Promise<void>): Promise<void> {
  if (navigator.locks) await navigator.locks.request(lockName, work);
  else await work();
}

/** Resolves after some time, or earlier if the network comes back. */
function networkOrTime(milliseconds: number): Promise<void> {
  const back = new Promise<void>((resolve) => addEventListener("online", () => resolve(), { once: true }));
  return Promise.race([back, time(milliseconds)]);
}

function time(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
