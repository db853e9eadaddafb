// Random numbers, UUIDs and digests.
const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode("moo"));
console.log([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
console.log(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(crypto.randomUUID()));
console.log(crypto.getRandomValues(new Uint8Array(4)).length, crypto.randomUUID() === crypto.randomUUID());
export {};
