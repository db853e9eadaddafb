// Closes the worker's global scope: removes access to the page, to storage shared with other windows, and to every
// network but the mocked one.

/** Functions and classes that throw this advice when they are called or constructed. */
const refused = {
  XMLHttpRequest: "use fetch, which the mocked API answers",
  WebSocket: "use fetch, which the mocked API answers",
  WebSocketStream: "use fetch, which the mocked API answers",
  EventSource: "use fetch, which the mocked API answers",
  WebTransport: "use fetch, which the mocked API answers",
  importScripts: "import the other files of the pane instead",
  Worker: "a pane's program runs in one worker",
  SharedWorker: "a pane's program runs in one worker",
  BroadcastChannel: "a pane's program talks to nobody outside it",
  postMessage: "a pane's program talks to the page with console only",
  close: "press Stop to end a run",
  alert: "print with console.log",
  confirm: "ask at the prompt below the console, once the program is over",
  prompt: "ask at the prompt below the console, once the program is over",
} as const;

/** Objects whose methods throw this advice. */
const refusedObjects = {
  indexedDB: { methods: ["open", "deleteDatabase", "databases", "cmp"], instead: "keep values in variables" },
  caches: { methods: ["open", "match", "has", "delete", "keys"], instead: "keep values in variables" },
} as const;

/** Names that become undefined. */
const absent = [
  "cookieStore",
  "localStorage",
  "Notification",
  // They call back at times that are not on the run's clock.
  "scheduler",
  "requestAnimationFrame",
  "cancelAnimationFrame",
  "onmessage",
  "FontFace",
  "fonts",
  "webkitRequestFileSystem",
  "webkitRequestFileSystemSync",
  "webkitResolveLocalFileSystemURL",
  "webkitResolveLocalFileSystemSyncURL",
] as const;

/** Parts of `navigator` that reach other windows or the network. */
const absentFromNavigator = [
  "serviceWorker",
  "locks",
  "storage",
  "storageBuckets",
  "sendBeacon",
  "connection",
  "permissions",
  "hid",
  "serial",
  "usb",
] as const;

/** Closes the global scope of a worker. The properties of `offered` replace the browser's. */
export function closeSandbox(offered: Readonly<Record<string, unknown>>): void {
  for (const [name, instead] of Object.entries(refused)) {
    replace(self, name, refusal(name, instead));
  }
  for (const [name, { methods, instead }] of Object.entries(refusedObjects)) {
    const refuse = refusal(name, instead);
    replace(self, name, Object.fromEntries(methods.map((method) => [method, refuse])));
  }
  for (const name of absent) replace(self, name, undefined);
  for (const name of absentFromNavigator) replace(self.navigator, name, undefined);
  for (const [name, value] of Object.entries(offered)) replace(self, name, value);
}

function refusal(name: string, instead: string): () => never {
  return function refuse(): never {
    throw new Error(`${name} does not work in a pane: ${instead}.`);
  };
}

/** Replaces a property on an object and removes it from the prototypes, where the program could find it again. */
function replace(object: object, name: string, value: unknown): void {
  for (let owner: object | null = object; owner; owner = Object.getPrototypeOf(owner)) {
    if (Object.hasOwn(owner, name)) Reflect.deleteProperty(owner, name);
  }
  Object.defineProperty(object, name, { value, writable: true, configurable: true });
}
