// A body as a stream.
// Without Node: the network is that of the test's browser.
const reply = await fetch("http://www.ericappelt.com/animals/dog");
let text = "";
const decoder = new TextDecoder();
for await (const chunk of reply.body as never as AsyncIterable<Uint8Array>) text += decoder.decode(chunk, { stream: true });
console.log(text, reply.bodyUsed);
export {};
