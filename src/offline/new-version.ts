// Offers a newer version of the deck. Never loads it by itself, because that could happen in the middle of a talk.

import { aProgramRuns } from "../screen/quiet.ts";
import type { InstallFailure, Question } from "../service-worker/protocol.ts";
import { keepRest } from "./by-itself.ts";
import { type KeptDeck, openKeptDeck } from "./kept-deck.ts";
import { showNotice } from "./notice.ts";

/**
 * Stores the deck in the browser and reports newer versions. If nothing can be stored, the offline sheet says so when
 * someone opens it.
 */
export async function keepDeck(): Promise<void> {
  const opening = openKeptDeck();
  // Listens before the deck is open, because a newer version may fail before that.
  navigator.serviceWorker?.addEventListener("message", ({ data }: MessageEvent<InstallFailure>) => {
    if (data.kind === "install-failed" && data.isFull) void opening.then(offerRoom, () => undefined);
  });
  const deck = await opening.catch(() => undefined);
  if (!deck) return;
  followVersions(deck.registration);
  await keepRest(deck);
}

/** True while a newer version is being stored in the space that was made for it. */
let isMakingRoom = false;

/** Reports that the store has no space for a newer version beside this one. This version keeps working. */
function offerRoom(deck: KeptDeck): void {
  // At a first visit there is no other version, and the offline sheet reports the failure.
  if (isMakingRoom || !navigator.serviceWorker.controller) return;
  const told =
    "A newer version of this deck does not fit into the browser's store beside this one. “Make room” takes out what edits and runs " +
    "programs offline: until you save the newer version for offline, that needs a network.";
  showNotice(told, { label: "Make room", act: () => unlessBusy(() => void makeRoom(deck)) });
}

async function makeRoom(deck: KeptDeck): Promise<void> {
  isMakingRoom = true;
  try {
    // The new version is then offered like any other.
    await deck.makeRoom();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    showNotice(`The newer version did not come. ${reason}`, {
      label: "Try again",
      act: () => unlessBusy(() => void makeRoom(deck)),
    });
  } finally {
    isMakingRoom = false;
  }
}

/** Shows a notice if a part of the deck cannot be loaded because the host now serves another version. */
export function followMissingParts(): void {
  addEventListener("vite:preloadError", () => {
    isReplaced().then(
      (isSo) => {
        if (isSo)
          showNotice(
            "A newer version of this deck took this one's place, which is not whole any more.",
            reload,
          );
      },
      // Without a connection the version cannot be compared. The code that asked for the part reports the failure.
      () => undefined,
    );
  });
}

const reload = { label: "Load it", act: () => unlessBusy(() => location.reload()) };

function followVersions(registration: ServiceWorkerRegistration): void {
  const { serviceWorker } = navigator;
  let isTaking = false;
  const offer = () => {
    const { waiting } = registration;
    if (!waiting || !serviceWorker.controller) return;
    showNotice("A newer version of this deck is ready. What you typed and your place are kept.", {
      label: "Take it",
      act: () =>
        unlessBusy(() => {
          isTaking = true;
          waiting.postMessage({ kind: "take-over" } satisfies Question);
        }),
    });
  };
  offer();
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed") offer();
    });
  });
  // At a first visit the first worker takes over a page that loaded without one. That is not a newer version.
  let hadController = serviceWorker.controller !== null;
  serviceWorker.addEventListener("controllerchange", () => {
    if (isTaking) location.reload();
    else if (hadController) showNotice("Another window took a newer version of this deck.", reload);
    hadController = true;
  });
}

/** Acts unless a program is running, because reloading would end it. Returns a sentence if it did not act. */
function unlessBusy(act: () => void): string | undefined {
  if (aProgramRuns()) return "A program is running. Stop it, or wait until it has ended.";
  act();
  return undefined;
}

/** True if the host's page starts another script than this page does. */
async function isReplaced(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>("script[type=module][src]")?.getAttribute("src");
  // The query keeps caches from answering.
  const url = new URL(`index.html?at=${Date.now()}`, document.baseURI);
  const response = await fetch(url, { cache: "no-store" });
  return response.ok && own !== null && own !== undefined && !(await response.text()).includes(own);
}
