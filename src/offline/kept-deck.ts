// Registers the service worker and sends it questions about the stored deck.

import type { Answer, InstallFailure, Question } from "../service-worker/protocol.ts";
import { bytesOf, type Inventory } from "./inventory.ts";

/** Progress of storing, in bytes of the files as stored. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

type Last<Kind extends Answer["kind"]> = Extract<Answer, { kind: Kind }>;

/** In milliseconds: how long the service worker may send nothing. The browser may have terminated it. */
const patience = 60_000;

let opening: Promise<KeptDeck> | undefined;

/**
 * Returns the deck in the browser's store, once its service worker answers.
 * @throws {Error} if the browser stores nothing; the message is a sentence with the reason. The next call tries
 * again.
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
  // If a version is active, its failed successor changes nothing, so nobody needs to wait for it.
  if (!registration.active) await Promise.race([isActive(registration), failed]);
  return new KeptDeck(registration);
}

function scriptAddress(): URL {
  return new URL("service-worker.js", document.baseURI);
}

/** Returns why nothing can be stored here, if that is known without asking the browser. */
function reasonAgainst(): string | undefined {
  if (import.meta.env.DEV) return "While the deck is being worked on, the browser stores nothing of it.";
  if (!isSecureContext) return "The browser stores a deck only from https, or from this machine.";
  if (!("serviceWorker" in navigator))
    return "This browser does not store decks; some do not in a private window.";
  return undefined;
}

/** Rejects with the service worker's sentence if it could not store the files that it needs. */
function installFailure(): Promise<never> {
  const failure = new Promise<never>((_, reject) => {
    navigator.serviceWorker.addEventListener("message", ({ data }: MessageEvent<InstallFailure>) => {
      if (data.kind === "install-failed") reject(new Error(data.sentence));
    });
    navigator.serviceWorker.startMessages();
  });
  // If a version is active, nobody waits for this promise. Without this its rejection would be unhandled.
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

/** Resolves when the worker reaches the state, or at once if there is no worker. */
function isInState(worker: ServiceWorker | null, state: ServiceWorkerState): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!worker || worker.state === state) resolve();
    worker?.addEventListener("statechange", () => {
      if (worker.state === state) resolve();
      // The worker's own sentence says more and may arrive after this event. A worker that the browser terminated
      // sends none.
      if (worker.state === "redundant") setTimeout(() => reject(new Error(ended)), 1000);
    });
  });
}

/** The deck in the browser's store. */
export class KeptDeck {
  readonly registration: ServiceWorkerRegistration;
  readonly #watchers = new Set<(progress: Progress) => void>();
  #background: Promise<void> | undefined;
  #isFull = false;

  constructor(registration: ServiceWorkerRegistration) {
    this.registration = registration;
  }

  /** @param isThorough also compares the content of every file with the build's; takes about a second */
  async list(isThorough = false): Promise<Inventory> {
    const { version, files } = await this.#ask<Last<"files">>({ kind: "list", isThorough });
    return { version, files };
  }

  /**
   * Stores all files that are missing or damaged, because a viewer asks for it.
   * @throws {Error} at the first file that cannot be stored, with a sentence; files stored before it stay
   */
  async storeAll(onProgress: (progress: Progress) => void): Promise<void> {
    // Asks the browser not to clear the store when space runs out. Firefox asks the user, who may never answer, so
    // this does not wait.
    navigator.storage?.persist?.().catch(() => false);
    this.#watchers.add(onProgress);
    try {
      await this.#background?.catch(() => undefined);
      await this.#storeMissing(await this.list(true), async () => undefined);
    } finally {
      this.#watchers.delete(onProgress);
    }
  }

  /**
   * Stores all files that are missing, without being asked.
   * @param turn resolves when the next file may be loaded; called before each file
   * @throws {Error} as `storeAll` does
   */
  async storeInBackground(turn: () => Promise<void>): Promise<void> {
    this.#background = this.list().then((inventory) => this.#storeMissing(inventory, turn));
    try {
      await this.#background;
    } finally {
      this.#background = undefined;
    }
  }

  /** True while files are stored without being asked for. */
  get isInBackground(): boolean {
    return this.#background !== undefined;
  }

  /** True if a file did not fit into the browser's store. */
  get isFull(): boolean {
    return this.#isFull;
  }

  async #storeMissing({ files }: Inventory, turn: () => Promise<void>): Promise<void> {
    const total = bytesOf(files);
    let done = bytesOf(files.filter(({ isKept }) => isKept));
    this.#tell({ done, total });
    for (const { path, bytes } of files.filter(({ isKept }) => !isKept)) {
      const before = done;
      // A viewer who has asked waits for it.
      if (this.#watchers.size === 0) await turn();
      await this.#ask({ kind: "store", path }, (part) =>
        this.#tell({ done: before + Math.min(part, bytes), total }),
      );
      done += bytes;
      this.#tell({ done, total });
    }
    await this.keepComplete();
  }

  #tell(progress: Progress): void {
    for (const watcher of this.#watchers) watcher(progress);
  }

  /** From now on a newer version is offered only when all its files are stored. */
  async keepComplete(): Promise<void> {
    await this.#ask({ kind: "keep-complete" });
  }

  /**
   * Removes the files that make panes work and looks for the newer version again, which then has space. Resolves when
   * that version is stored.
   * @throws {Error} with a sentence if the host does not answer (nothing was removed then), or if the version could
   * not be stored
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

  /**
   * From the next load on, pages of this visitor are isolated, or no longer.
   * @throws {Error} with a sentence, if a desk is open
   */
  async isolate(isIsolated: boolean): Promise<void> {
    await this.#ask({ kind: "isolate", isIsolated });
  }

  /** Cuts the deck's pages off from the network. Resolves when that is in effect. */
  async cutOff(): Promise<void> {
    await this.#ask({ kind: "cut-off", isCutOff: true });
  }

  /**
   * Lets the pages reach the network again. Returns the addresses that were refused, or `undefined` if the pages were
   * not cut off all the time.
   */
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
        if (data.kind === "failed") {
          this.#isFull ||= data.isFull;
          reject(new Error(data.sentence));
        } else resolve(data as Expected);
        port1.close();
      };
      this.registration.active?.postMessage(question, [port2]);
    });
  }
}
