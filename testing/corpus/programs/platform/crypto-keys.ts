// Signing and encrypting.
const key = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, true, ["sign", "verify"]);
const data = new TextEncoder().encode("moo");
const signature = await crypto.subtle.sign("HMAC", key, data);
console.log(signature.byteLength, await crypto.subtle.verify("HMAC", key, signature, data));
const secret = await crypto.subtle.importKey("raw", new Uint8Array(16), "AES-GCM", false, ["encrypt", "decrypt"]);
const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: new Uint8Array(12) }, secret, data);
console.log(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: new Uint8Array(12) }, secret, sealed)));
export {};
