// Without Node: version 20 does not show an error of its AbortSignal.timeout before the program ends.
// Signals that follow others, and their reasons.
const [first, second] = [new AbortController(), new AbortController()];
const any = AbortSignal.any([first.signal, second.signal]);
any.addEventListener("abort", ({ type }) => console.log(type, any.reason));
second.abort("why");
console.log(any.aborted, first.signal.aborted);
const timeout = AbortSignal.timeout(10);
await new Promise((resolve) => timeout.addEventListener("abort", resolve));
console.log(timeout.reason.name, timeout.reason.message, timeout.reason.code, timeout.reason instanceof DOMException);
for (const signal of [any, AbortSignal.abort(), AbortSignal.abort(5)]) {
  try {
    signal.throwIfAborted();
  } catch (error) {
    console.log(String(error));
  }
}
export {};
