// Replies, requests and headers as the console shows them.
// Without worker: the inspector does not know them.
console.log(new Response("x", { status: 404, statusText: "Not Found" }));
console.log(new Response(null, { status: 204 }));
console.log({ headers: new Headers({ accept: "text/plain", "x-a": "1" }) }, new Headers());
export {};
