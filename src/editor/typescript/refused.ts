// What a worker in a browser has and a program in a pane has not: the editor strikes it through.

/** The same names as in src/runtime/realm/sandbox.ts, which runs in another thread; a test compares them. */
export const refusedNames = [
  "BroadcastChannel",
  "EventSource",
  "FontFace",
  "Notification",
  "SharedWorker",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "Worker",
  "XMLHttpRequest",
  "alert",
  "caches",
  "cancelAnimationFrame",
  "close",
  "confirm",
  "cookieStore",
  "fonts",
  "importScripts",
  "indexedDB",
  "localStorage",
  "onmessage",
  "postMessage",
  "prompt",
  "requestAnimationFrame",
  "scheduler",
] as const;

// All declarations of a name: TypeScript takes for deprecated only what is so everywhere.
const declaration = new RegExp(
  `^(?:declare (?:var|function)|interface) (?:${refusedNames.join("|")})\\b`,
  "gm",
);

/** The text of a library of types, with what a pane refuses declared as deprecated. */
export function strikeRefused(library: string): string {
  return library.replace(declaration, "/** @deprecated It does not work in a pane. */\n$&");
}
