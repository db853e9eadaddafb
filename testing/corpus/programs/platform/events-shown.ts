// Signals and targets as the console shows them.
// Without worker: the inspector does not know them.
const controller = new AbortController();
console.log(controller);
controller.abort();
console.log(controller.signal, [AbortSignal.abort()]);
console.log(new EventTarget());
export {};
