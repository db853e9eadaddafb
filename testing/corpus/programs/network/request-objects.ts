// A request that is made before.
// Without Node: the network is that of the test's browser.
const request = new Request("http://www.ericappelt.com/animals/cat", { headers: { accept: "text/plain" } });
console.log(request.method, request.url, request.headers.get("accept"));
console.log(await (await fetch(request)).text());
export {};
