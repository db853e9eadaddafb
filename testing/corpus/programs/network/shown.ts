// A reply as the console shows it.
// Without Node: the network is that of the test's browser.
// Without worker: the inspector does not know replies.
const reply = await fetch("http://www.ericappelt.com/animals/cow");
const text = String(reply.status);
console.log(text, reply.type === "basic" || reply.type === "cors" || reply.type === "default");
export {};
