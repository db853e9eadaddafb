// Suggests replacements for names that pages or Node have and a worker lacks.

const aPage = "a program in a pane runs in a worker, which has no page";
const storage =
  "a pane's program keeps nothing in the browser; a variable lives as long as the run and its prompt";

/** By name: why it is missing and what to use. The names stay undefined, because libraries test them with `typeof`. */
const reasons: Readonly<Record<string, string>> = {
  document: `${aPage}: print with console.log.`,
  window: `${aPage}: its global object is globalThis.`,
  localStorage: `${storage}.`,
  sessionStorage: `${storage}.`,
  requestIdleCallback: `${aPage}: use setTimeout.`,
  require: 'it is Node\'s way to load files; write import … from "./file" at the top.',
  process: "it is Node's; a pane's program runs in the browser.",
  module: "it is Node's way to export; write export before a declaration.",
  exports: "it is Node's way to export; write export before a declaration.",
  Buffer: "it is Node's; use Uint8Array, TextEncoder and TextDecoder.",
  __dirname: "it is Node's; a pane has no folders.",
  setImmediate: "it is Node's; use setTimeout or queueMicrotask.",
};

/** Returns a hint to append to a "… is not defined" message, or "" for any other message. */
export function missingName(message: string): string {
  // The first wording is that of Chromium and Firefox, the second that of WebKit.
  const [, name = ""] =
    /^(\w+) is not defined$|^Can't find variable: (\w+)$/.exec(message)?.filter(Boolean) ?? [];
  const reason = Object.hasOwn(reasons, name) ? reasons[name] : undefined;
  return reason === undefined ? "" : `\n  ${name} does not work in a pane: ${reason}`;
}
