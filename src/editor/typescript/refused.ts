// The names that browser workers have but programs in a pane do not. The editor strikes them through.

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

// Matches all declarations of a name. TypeScript treats a name as deprecated only if all its declarations are.
const declaration = new RegExp(
  `^(?:declare (?:var|function)|interface) (?:${refusedNames.join("|")})\\b`,
  "gm",
);

/** Returns the text of a type library in which the refused names are declared as deprecated. */
export function strikeRefused(library: string): string {
  return library.replace(declaration, "/** @deprecated It does not work in a pane. */\n$&");
}
