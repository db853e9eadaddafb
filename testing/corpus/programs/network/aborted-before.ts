// A request that is aborted before it begins.
// Without Node: the network is that of the test's browser.
try {
  await fetch("http://www.ericappelt.com/animals/cow", { signal: AbortSignal.abort() });
} catch (error) {
  console.log((error as Error).name, error instanceof DOMException);
}
const reason = new Error("my reason");
await fetch("http://www.ericappelt.com/animals/cow", { signal: AbortSignal.abort(reason) }).catch((error) => console.log(error === reason));
export {};
