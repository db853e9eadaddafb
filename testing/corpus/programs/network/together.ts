// Three requests at once, in the order of the list.
// Without Node: the network is that of the test's browser.
const sounds = await Promise.all(
  ["cow", "pig", "chicken"].map(async (name) => (await fetch(`http://www.ericappelt.com/animals/${name}`)).text()),
);
console.log(sounds);
export {};
