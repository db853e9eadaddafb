// After the head, reading the body fails.
// Without Node: the network is that of the test's browser.
const controller = new AbortController();
const reply = await fetch("http://www.ericappelt.com/animals/cow", { signal: controller.signal });
controller.abort();
try {
  console.log(await reply.text());
} catch (error) {
  console.log((error as Error).name, error instanceof DOMException);
}
export {};
