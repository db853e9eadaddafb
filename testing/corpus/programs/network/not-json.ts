// A text that is no JSON.
// Without Node: the network is that of the test's browser.
const reply = await fetch("http://www.ericappelt.com/animals/cow");
try {
  await reply.json();
} catch (error) {
  console.log((error as Error).name, (error as Error).message, (error as Error).cause);
}
export {};
