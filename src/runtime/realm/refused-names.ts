// The names that a pane's program cannot use although people type them, each with the reason or with what to use instead.
// The sandbox refuses them, error reports explain them, and the editor strikes them through.

const useFetch = "use fetch, which the mocked API answers";
const ownWorkers = "start a file of the pane with new Worker instead";
const toThePage = "a pane's program talks to the page with console only";
const atThePrompt = "ask at the prompt below the console, once the program is over";

/**
 * Functions that throw in the program's first thread, which has no parent. A thread that `new Worker` has started has
 * them.
 */
export const refusedInFirstThread = {
  postMessage: toThePage,
  close: "press Stop to end a run",
} as const;

/** Functions and classes that throw when they are called or constructed: what to use instead. */
export const refusedFunctions = {
  XMLHttpRequest: useFetch,
  WebSocket: useFetch,
  WebSocketStream: useFetch,
  EventSource: useFetch,
  WebTransport: useFetch,
  importScripts: "import the other files of the pane instead",
  SharedWorker: ownWorkers,
  BroadcastChannel: "a pane's program talks to nobody outside it",
  ...refusedInFirstThread,
  alert: "print with console.log",
  confirm: atThePrompt,
  prompt: atThePrompt,
} as const;

/** An object whose methods throw. */
interface RefusedObject {
  readonly methods: readonly string[];
  /** What to use instead. */
  readonly instead: string;
}

const variables = "keep values in variables";

export const refusedObjects = {
  indexedDB: { methods: ["open", "deleteDatabase", "databases", "cmp"], instead: variables },
  caches: { methods: ["open", "match", "has", "delete", "keys"], instead: variables },
} as const satisfies Record<string, RefusedObject>;

const noPage = "a pane's program runs in a worker, which has no page";
const noDevice = "a pane's program reaches no device";

/** Objects and functions of `navigator`. A function has no methods. */
export const refusedOfNavigator = {
  sendBeacon: { methods: [], instead: useFetch },
  locks: { methods: ["request", "query"], instead: 'use Lock of "interleave"' },
  storage: { methods: ["estimate", "persist", "persisted", "getDirectory"], instead: variables },
  storageBuckets: { methods: ["open", "keys", "delete"], instead: variables },
  permissions: { methods: ["query"], instead: "a pane's program has none and needs none" },
  serviceWorker: {
    methods: ["register", "getRegistration", "getRegistrations"],
    instead: "a pane's program runs in workers of its own",
  },
  clipboard: { methods: ["read", "readText", "write", "writeText"], instead: noPage },
  geolocation: { methods: ["getCurrentPosition", "watchPosition", "clearWatch"], instead: noDevice },
  mediaDevices: { methods: ["getUserMedia", "getDisplayMedia", "enumerateDevices"], instead: noDevice },
  share: { methods: [], instead: noPage },
  vibrate: { methods: [], instead: noDevice },
  hid: { methods: ["getDevices", "requestDevice"], instead: noDevice },
  serial: { methods: ["getPorts", "requestPort"], instead: noDevice },
  usb: { methods: ["getDevices", "requestDevice"], instead: noDevice },
} as const satisfies Record<string, RefusedObject>;

const keepsNothing =
  "a pane's program keeps nothing in the browser; a variable lives as long as the run and its prompt";
const ofTheScreen = "it follows the screen and not the run's clock: use setTimeout";
const aPage = `${noPage}: print with console.log`;
const node = (use: string) => `it is Node's; ${use}`;
const nodesExport = "it is Node's way to export; write export before a declaration";
const python = (use: string) => `it is Python's; ${use}`;
const noPackage = "it is a package, and a pane has only its own files";

/** Names that workers have and a pane removes. */
export const removedNames = {
  cookieStore: keepsNothing,
  Notification: aPage,
  FontFace: aPage,
  fonts: aPage,
  onmessage: "only a thread that new Worker has started gets messages this way",
  requestAnimationFrame: ofTheScreen,
  cancelAnimationFrame: "it follows the screen and not the run's clock: use clearTimeout",
  scheduler: "it does not follow the run's clock: use setTimeout or queueMicrotask",
  webkitRequestFileSystem: keepsNothing,
  webkitRequestFileSystemSync: keepsNothing,
  webkitResolveLocalFileSystemURL: keepsNothing,
  webkitResolveLocalFileSystemSyncURL: keepsNothing,
} as const;

/**
 * Names of pages and of Node, which workers do not have. They stay undefined, because libraries test
 * for them with `typeof`.
 */
export const missingNames = {
  document: aPage,
  window: `${noPage}: its global object is globalThis`,
  localStorage: keepsNothing,
  sessionStorage: keepsNothing,
  history: noPage,
  screen: noPage,
  getComputedStyle: noPage,
  matchMedia: noPage,
  customElements: noPage,
  HTMLElement: noPage,
  Element: noPage,
  DOMParser: noPage,
  Image: noPage,
  Audio: noPage,
  AudioContext: noPage,
  MutationObserver: noPage,
  requestIdleCallback: `${noPage}: use setTimeout`,
  require: 'it is Node\'s way to load files; write import … from "./file" at the top',
  process: node("a pane's program runs in the browser"),
  module: nodesExport,
  exports: nodesExport,
  global: node("use globalThis"),
  Buffer: node("use Uint8Array, TextEncoder and TextDecoder"),
  __dirname: node("a pane has no folders"),
  __filename: node("use import.meta.url"),
  setImmediate: node("use setTimeout or queueMicrotask"),
  clearImmediate: node("use clearTimeout"),
} as const;

/** Names of other places and languages, which are not worth a declaration in the editor. */
export const foreignNames = {
  SharedArrayBuffer:
    "browsers give it only to pages that are cross-origin isolated; reloading the deck from its site isolates it",
  Deno: "it is another runtime; a pane's program runs in the browser",
  Bun: "it is another runtime; a pane's program runs in the browser",
  axios: `${noPackage}: ${useFetch}`,
  React: `${noPackage}: print with console.log`,
  describe: "a pane runs programs, not tests: use console.assert",
  expect: "a pane runs programs, not tests: use console.assert",
  sleep: "JavaScript has no sleep: await new Promise((resolve) => setTimeout(resolve, 1000))",
  print: python("use console.log"),
  asyncio: python("use Promise.all for gather, setTimeout for sleep"),
  len: python("use .length"),
  None: python("write null"),
  True: python("write true"),
  False: python("write false"),
} as const;
