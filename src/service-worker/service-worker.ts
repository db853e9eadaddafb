// The service worker. It stores the deck's files, so that the deck needs no network, and makes its pages isolated. It
// does not see the network of programs: that is mocked in the page's own workers.

import { WorkboxError } from "workbox-core/_private/WorkboxError.js";
import { isDesk, isIsolatable, isolated, isPlainDesk, plain } from "./isolation.ts";
import { IsolationChoice } from "./isolation-choice.ts";
import { KeptFiles } from "./kept-files.ts";
import type { Answer, DeckFile, InstallFailure, Question } from "./protocol.ts";

declare const self: ServiceWorkerGlobalScope;
/** Written by the build (src/build/site/service-worker.ts). */
declare const deckVersion: string;
declare const deckFiles: readonly DeckFile[];

const { scope } = self.registration;
const choice = new IsolationChoice(scope);
/** The addresses refused since the deck was cut off from the network; `undefined` while it is not cut off. */
let refused: string[] | undefined;

const kept = new KeptFiles({
  files: deckFiles,
  scope,
  onNetwork: (address) => {
    if (!refused) return;
    refused.push(address);
    throw new Error("The deck is cut off from the network.");
  },
});

self.addEventListener("install", (event) => {
  event.waitUntil(
    kept.install(event).catch(async (error: unknown) => {
      await tellAll({ kind: "install-failed", sentence: sentenceOf(error), isFull: isOutOfRoom(error) });
      throw error;
    }),
  );
});

self.addEventListener("activate", (event) => {
  // `claim` makes this worker control the page of a first visit too, so that its further files go through the store.
  event.waitUntil(kept.activate(event).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  // Everything else is passed on as it was stored: the browser keeps compiled code only for such responses.
  if (answer) event.respondWith(isIsolatable(event.request) ? isolatedIfAlone(event, answer) : answer);
});

/**
 * Isolates a page or a worker, unless the visitor has chosen otherwise, or a desk is open whose deck was not isolated when
 * it opened the desk: browsers cut the link between an isolated page and one that is not.
 */
async function isolatedIfAlone({ request }: FetchEvent, answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  if (request.destination !== "document") return isolated(response);
  const isPlain =
    (await choice.isPlain()) || [request, ...(await windows())].some(({ url }) => isPlainDesk(url));
  return isPlain ? plain(response) : isolated(response);
}

function windows(): Promise<readonly WindowClient[]> {
  return self.clients.matchAll({ type: "window", includeUncontrolled: true });
}

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  const tell = (answer: Answer) => port?.postMessage(answer);
  const work = takeQuestion(event.data as Question, event, tell);
  event.waitUntil(work.catch((error: unknown) => tell(failureOf(error))));
});

function answerTo(event: FetchEvent): Promise<Response> | undefined {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return undefined;
  const isPage = request.mode === "navigate" && isPageAddress(request.url);
  // The window that rehearsed may be closed by now, and then nobody else would end the rehearsal.
  if (isPage && !isRehearsal(request.url)) refused = undefined;
  if (isPage) event.waitUntil(forgetOldWhenAlone());
  const address = isPage ? new URL("index.html", scope).href : withoutFragment(request.url);
  const answer = kept.answer(address, event);
  // A new page that was not verified is better than no page.
  if (answer) return isPage && !refused ? answer.catch(() => fetch(request)) : answer;
  if (!refused) return answerOfEarlier(request);
  refused.push(request.url);
  return Promise.resolve(Response.error());
}

/**
 * Names in assets/ change with the content. A page of an earlier version asks for names that the host may no longer
 * have.
 */
function answerOfEarlier(request: Request): Promise<Response> | undefined {
  if (!request.url.startsWith(new URL("assets/", scope).href)) return undefined;
  const stored = kept.ofEarlier(withoutFragment(request.url)).catch(() => undefined);
  return stored.then((response) => response ?? fetch(request));
}

/** True for the address of the deck's page, with or without a query for a view, for example "?view=print". */
function isPageAddress(url: string): boolean {
  const { origin, pathname } = new URL(url);
  const path = origin + pathname;
  return path === scope || path === `${scope}index.html`;
}

/** True for the copy of the page in a rehearsal (src/preflight/rehearsal.ts). */
function isRehearsal(url: string): boolean {
  return new URL(url).searchParams.has("rehearsal");
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, "");
}

async function forgetOldWhenAlone(): Promise<void> {
  // The files of a version that is being installed would be taken for old ones.
  if (self.registration.installing || self.registration.waiting) return;
  const pages = await self.clients.matchAll({ type: "window" });
  if (pages.length === 0) await kept.forgetOld();
}

async function takeQuestion(
  question: Question,
  event: ExtendableEvent,
  tell: (answer: Answer) => void,
): Promise<void> {
  switch (question.kind) {
    case "list":
      return tell({ kind: "files", version: deckVersion, files: await kept.list(question.isThorough) });
    case "store":
      await kept.store(question.path, event, (bytes) => tell({ kind: "progress", bytes }));
      return tell({ kind: "done" });
    case "keep-complete":
      await kept.keepComplete();
      return tell({ kind: "done" });
    case "cut-off":
      return tell(cutOff(question.isCutOff));
    case "make-room":
      await kept.forgetRest();
      return tell({ kind: "done" });
    case "isolate":
      if ((await windows()).some(({ url }) => isDesk(url)))
        throw new PlainSentence(
          "Close the speaker’s desk first: the browser would cut it off from the deck.",
        );
      await choice.set(question.isIsolated);
      return tell({ kind: "done" });
    case "take-over":
      await self.skipWaiting();
      return tell({ kind: "done" });
    default:
      question satisfies never;
  }
}

function cutOff(isCutOff: boolean): Answer {
  const answer: Answer = { kind: "cut", wasCutOff: refused !== undefined, refused: refused ?? [] };
  refused = isCutOff ? [] : undefined;
  return answer;
}

/** An error whose message is the whole sentence for the viewer. */
class PlainSentence extends Error {}

function failureOf(error: unknown): Answer {
  return { kind: "failed", sentence: sentenceOf(error), isFull: isOutOfRoom(error) };
}

async function tellAll(message: InstallFailure): Promise<void> {
  for (const page of await self.clients.matchAll({ includeUncontrolled: true })) page.postMessage(message);
}

/** True if the browser's store is full (https://webidl.spec.whatwg.org/#quotaexceedederror). */
function isOutOfRoom(error: unknown): boolean {
  return error instanceof Error && error.name === "QuotaExceededError";
}

function sentenceOf(error: unknown): string {
  if (error instanceof PlainSentence) return error.message;
  if (isOutOfRoom(error))
    return "The browser has no more room for the deck's files. Free some of its storage, and try again.";
  return `A file of the deck could not be stored: ${reasonOf(error)}. Check the connection, reload the page, and try again.`;
}

/** Returns a reason for people. In its production build Workbox's own messages are a code and JSON. */
function reasonOf(error: unknown): string {
  if (refused) return "the network is cut off for a rehearsal";
  if (error instanceof WorkboxError && error.details?.url)
    return `${pathOf(error.details.url)} did not come whole`;
  return error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
}

function pathOf(url: string): string {
  return url.startsWith(scope) ? withoutFragment(url.slice(scope.length)) : url;
}
