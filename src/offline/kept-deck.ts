// The deck as the browser keeps it: registers the service worker and asks it.

import type { Answer, InstallFailure, Question } from "../service-worker/protocol.ts";
import { bytesOf, type Inventory } from "./inventory.ts";

/** How far storing is, in bytes of the files as they are stored. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

type Last<Kind extends Answer["kind"]> = Extract<Answer, { kind: Kind }>;

/** In milliseconds: how long the service worker may say nothing. A browser may have ended it. */
const patience = 60_000;

let opening: Promise<KeptDeck> | undefined;

/**
 * The deck in the browser's store, once its service worker answers.
 * @throws {Error} where the browser keeps nothing, with the reason as a sentence; the next call tries again
 */
export function openKeptDeck(): Promise<KeptDeck> {
  opening ??= register().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function register(): Promise<KeptDeck> {
  const refusal = reasonAgainst();
  if (refusal) throw new Error(refusal);
  const failed = installFailure();
  const registration = await navigator.serviceWorker.register(scriptAddress()).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
    throw new Error(`The browser refuses to store the deck: ${reason}.`, { cause: error });
  });
  // A newer version that cannot be had takes nothing from the one that is there.
  if (!registration.active) await Promise.race([isActive(registration), failed]);
  return new KeptDeck(registration);
}

function scriptAddress(): URL {
  return new URL("service-worker.js", document.baseURI);
}

/** Why nothing can be kept here, where the browser need not be asked. */
function reasonAgainst(): string | undefined {
  if (import.meta.env.DEV) return "While the deck is being worked on, the browser stores nothing of it.";
  if (!isSecureContext) return "The browser stores a deck only from https, or from this machine.";
  if (!("serviceWorker" in navigator))
    return "This browser does not store decks; some do not in a private window.";
  return undefined;
}

/** Rejects with the service worker's sentence when it could not store what it needs. */
function installFailure(): Promise<never> {
  const failure = new Promise<never>((_, reject) => {
    navigator.serviceWorker.addEventListener("message", ({ data }: MessageEvent<InstallFailure>) => {
      if (data.kind === "install-failed") reject(new Error(data.sentence));
    });
    navigator.serviceWorker.startMessages();
  });
  // Where a version is there already, nobody waits for it.
  failure.catch(() => undefined);
  return failure;
}

const ended = "The browser stopped storing the slides before all were there. Try again.";

function isActive({ installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  return isInState(installing ?? waiting, "activated");
}

function isInstalled({ installing }: ServiceWorkerRegistration): Promise<void> {
  return isInState(installing, "installed");
}

/** Resolves when the worker, if there is one, has come so far. */
function isInState(worker: ServiceWorker | null, state: ServiceWorkerState): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!worker || worker.state === state) resolve();
    worker?.addEventListener("statechange", () => {
      if (worker.state === state) resolve();
      // Its own sentence, which says more, may come after this; a worker that was ended has none.
      if (worker.state === "redundant") setTimeout(() => reject(new Error(ended)), 1000);
    });
  });
}

/** What the browser keeps of the deck. */
export class KeptDeck {
  readonly registration: ServiceWorkerRegistration;

  constructor(registration: ServiceWorkerRegistration) {
    this.registration = registration;
  }

  /** @param isThorough compares every file's content with the build's; takes about a second */
  async list(isThorough = false): Promise<Inventory> {
    const { version, files } = await this.#ask<Last<"files">>({ kind: "list", isThorough });
    return { version, files };
  }

  /**
   * Stores all that is missing or damaged.
   * @throws {Error} with a sentence at the first file that cannot be stored; what was stored stays
   */
  async storeAll(onProgress: (progress: Progress) => void): Promise<void> {
    // Asks not to clear it when room runs out. Firefox asks the user, who may never answer: it is stored meanwhile.
    navigator.storage?.persist?.().catch(() => false);
    const { files } = await this.list(true);
    const total = bytesOf(files);
    let done = bytesOf(files.filter(({ isKept }) => isKept));
    onProgress({ done, total });
    for (const { path, bytes } of files.filter(({ isKept }) => !isKept)) {
      const before = done;
      await this.#ask({ kind: "store", path }, (part) =>
        onProgress({ done: before + Math.min(part, bytes), total }),
      );
      done += bytes;
      onProgress({ done, total });
    }
    await this.keepComplete();
  }

  /** From now on a newer version is offered only when all its files are there. */
  async keepComplete(): Promise<void> {
    await this.#ask({ kind: "keep-complete" });
  }

  /**
   * Takes out the files that make panes work, and looks again for a newer version, which has room then. Resolves when that is
   * stored.
   * @throws {Error} with a sentence where the host does not answer, and nothing was taken out, or where the version did not come
   */
  async makeRoom(): Promise<void> {
    const { registration } = this;
    const isThere = await fetch(scriptAddress(), { cache: "no-store" }).catch(() => undefined);
    if (!isThere?.ok)
      throw new Error("The host does not answer, so nothing was taken out. Check the connection.");
    await this.#ask({ kind: "make-room" });
    const failed = installFailure();
    await registration.update();
    await Promise.race([isInstalled(registration), failed]);
  }

  /** Lets the deck's pages reach the network no more. Resolves when that holds. */
  async cutOff(): Promise<void> {
    await this.#ask({ kind: "cut-off", isCutOff: true });
  }

  /** Lets them reach it again. Resolves with the addresses that were refused, or undefined where it did not hold all the time. */
  async reconnect(): Promise<readonly string[] | undefined> {
    const { wasCutOff, refused } = await this.#ask<Last<"cut">>({ kind: "cut-off", isCutOff: false });
    return wasCutOff ? refused : undefined;
  }

  #ask<Expected extends Answer>(question: Question, onBytes?: (bytes: number) => void): Promise<Expected> {
    const { port1, port2 } = new MessageChannel();
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        port1.close();
        reject(new Error("Nothing came for a minute. Check the connection, reload the page, and try again."));
      };
      let waiting = setTimeout(giveUp, patience);
      port1.onmessage = ({ data }: MessageEvent<Answer>) => {
        clearTimeout(waiting);
        if (data.kind === "progress") {
          waiting = setTimeout(giveUp, patience);
          return onBytes?.(data.bytes);
        }
        if (data.kind === "failed") reject(new Error(data.sentence));
        else resolve(data as Expected);
        port1.close();
      };
      this.registration.active?.postMessage(question, [port2]);
    });
  }
}
