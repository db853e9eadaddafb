// A reply that says no is a reply.
// Without Node: the network is that of the test's browser.
const reply = await fetch("http://www.ericappelt.com/animals/unicorn");
console.log(reply.status, reply.ok, await reply.text());
export {};
