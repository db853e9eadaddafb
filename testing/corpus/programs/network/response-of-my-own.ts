// Responses that the program makes.
const reply = Response.json({ a: 1 }, { status: 201 });
console.log(reply.status, reply.headers.get("content-type"), await reply.json());
console.log(await new Response("text").text(), (await new Response("bytes").arrayBuffer()).byteLength);
try {
  await new Response("nope").json();
} catch (error) {
  console.log((error as Error).name);
}
export {};
