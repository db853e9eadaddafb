// What a worker has and has not.
// Without Node: it is no worker of a browser.
declare const document: unknown;
declare const window: unknown;
console.log(typeof document, typeof window, typeof self, typeof navigator, typeof localStorage, typeof process, typeof require);
console.log(self === globalThis);
declare const process: unknown, require: unknown;
export {};
