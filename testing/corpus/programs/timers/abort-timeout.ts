// AbortSignal.timeout aborts by itself.
const signal = AbortSignal.timeout(10);
signal.addEventListener("abort", () => console.log("aborted", signal.reason.name));
await new Promise((resolve) => setTimeout(resolve, 30));
console.log(signal.aborted);
export {};
