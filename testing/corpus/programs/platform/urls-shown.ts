// Addresses as the console shows them.
// Without worker: the inspector does not know them.
console.log(new URL("http://user@example.com:8080/a?b=1#c"));
console.log({ url: new URL("http://example.com/") });
console.log(new URLSearchParams("a=1&b=2"), new URLSearchParams());
export {};
