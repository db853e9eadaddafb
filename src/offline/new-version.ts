// Offers a newer version of the deck, and never takes it by itself: it may come in the middle of a talk.

import type { InstallFailure, Question } from "../service-worker/protocol.ts";
import { type KeptDeck, openKeptDeck } from "./kept-deck.ts";
import { showNotice } from "./notice.ts";

/** Keeps the deck in the browser, and tells of newer versions. Where nothing can be kept, the sheet says so when it is asked. */
export async function keepDeck(): Promise<void> {
  const opening = openKeptDeck();
  // Before it is open: a newer version may have failed by then.
  navigator.serviceWorker?.addEventListener("message", ({ data }: MessageEvent<InstallFailure>) => {
    if (data.kind === "install-failed" && data.isFull) void opening.then(offerRoom, () => undefined);
  });
  const deck = await opening.catch(() => undefined);
  if (deck) followVersions(deck.registration);
}

/** True while a newer version is tried that has all the room there is. */
let isMakingRoom = false;

/** Tells that a newer version cannot be stored beside this one, which goes on. */
function offerRoom(deck: KeptDeck): void {
  // At a first visit there is no other version, and the sheet has the sentence.
  if (isMakingRoom || !navigator.serviceWorker.controller) return;
  const told =
    "A newer version of this deck does not fit into the browser's store beside this one. “Make room” takes out what edits and runs " +
    "programs offline: until you save the newer version for offline, that needs a network.";
  showNotice(told, { label: "Make room", act: () => unlessBusy(() => void makeRoom(deck)) });
}

async function makeRoom(deck: KeptDeck): Promise<void> {
  isMakingRoom = true;
  try {
    // The version that came is offered as every other is.
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

/** Tells when a part of the deck cannot be loaded any more because another version took its place at the host. */
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
      // Without a connection it is not that; who wanted the part says so.
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
  // The first worker takes over a page that loaded without one: that is no newer version.
  let hadController = serviceWorker.controller !== null;
  serviceWorker.addEventListener("controllerchange", () => {
    if (isTaking) location.reload();
    else if (hadController) showNotice("Another window took a newer version of this deck.", reload);
    hadController = true;
  });
}

/** A program that runs would be ended. */
function unlessBusy(act: () => void): string | undefined {
  if (document.querySelector("live-pane[data-state]:not([data-state=idle])"))
    return "A program is running. Stop it, or wait until it has ended.";
  act();
  return undefined;
}

/** Whether the host's page starts another script than this one does. */
async function isReplaced(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>("script[type=module][src]")?.getAttribute("src");
  // With a query, so that no store answers.
  const url = new URL(`index.html?at=${Date.now()}`, document.baseURI);
  const response = await fetch(url, { cache: "no-store" });
  return response.ok && own !== null && own !== undefined && !(await response.text()).includes(own);
}
