// Signals: any, throwIfAborted, and listeners.
const a = new AbortController();
const b = new AbortController();
const any = AbortSignal.any([a.signal, b.signal]);
any.addEventListener("abort", () => console.log("any", any.reason));
b.abort("reason");
a.abort();
try {
  any.throwIfAborted();
} catch (error) {
  console.log("thrown", error);
}
console.log(AbortSignal.abort().reason.name);
export {};
