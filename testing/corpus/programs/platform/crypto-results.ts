// Signatures, derived bits and sealed texts that are the same everywhere, and errors.
const data = new TextEncoder().encode("moo");
const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const { subtle } = crypto;
const key = await subtle.importKey("raw", data, { name: "HMAC", hash: "SHA-256" }, true, ["sign"]);
console.log(hex(await subtle.sign("HMAC", key, data)), hex(await subtle.exportKey("raw", key)));
const password = await subtle.importKey("raw", data, "PBKDF2", false, ["deriveKey", "deriveBits"]);
const pbkdf2 = { name: "PBKDF2", hash: "SHA-256", salt: data, iterations: 1000 };
console.log(hex(await subtle.deriveBits(pbkdf2, password, 128)));
const aes = await subtle.deriveKey(pbkdf2, password, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
console.log(hex(await subtle.encrypt({ name: "AES-GCM", iv: new Uint8Array(12) }, aes, data)));
const curve = { name: "ECDH", namedCurve: "P-256" };
const [cow, pig] = await Promise.all([1, 2].map(() => subtle.generateKey(curve, false, ["deriveBits"])));
const shared = (ours: CryptoKeyPair, theirs: CryptoKeyPair) =>
  subtle.deriveBits({ name: "ECDH", public: theirs.publicKey }, ours.privateKey, 128).then(hex);
console.log(cow && pig && (await shared(cow, pig)) === (await shared(pig, cow)));
const bytes = new Uint8Array([1, 2, 3]);
const early = subtle.sign("HMAC", key, bytes);
bytes[0] = 9;
console.log(hex(await early) === hex(await subtle.sign("HMAC", key, new Uint8Array([1, 2, 3]))));
for (const wrong of [() => subtle.sign("HMAC", aes, data), () => subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt"]), () => (subtle as any).sign()]) {
  try {
    await wrong();
  } catch (error) {
    console.log((error as Error).name);
  }
}
console.log(key.type, key.extractable, key.usages, key.algorithm.name, Object.prototype.toString.call(key));
export {};
