// A body can be read once.
// Without Node: the network is that of the test's browser.
const reply = await fetch("http://www.ericappelt.com/animals/pig");
const copy = reply.clone();
console.log(await reply.text());
try {
  await reply.text();
} catch (error) {
  console.log((error as Error).name, (error as Error).message);
}
console.log(await copy.text());
export {};
