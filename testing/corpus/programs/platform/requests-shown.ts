// A request as the console shows it.
// Without worker: the inspector does not know them.
console.log(new Request("http://example.com/", { method: "POST", body: "x" }));
export {};
