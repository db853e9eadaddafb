// A reply and its text.
// Without Node: the network is that of the test's browser.
const reply = await fetch("http://www.ericappelt.com/animals/cow");
console.log(reply.status, reply.ok, reply.url, reply.headers.get("content-type"));
console.log(await reply.text(), reply.bodyUsed);
export {};
