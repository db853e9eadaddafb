// Adds crypto.randomUUID and crypto.subtle. Browsers withhold them from a frame without an origin; a plain worker at the
// deck's address has them.

import { sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";

const hashes: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  "SHA-1": sha1,
  "SHA-256": sha256,
  "SHA-384": sha384,
  "SHA-512": sha512,
};

type Methods = ReadonlyMap<string, unknown>;

/**
 * Adds crypto.randomUUID and crypto.subtle to a realm if they are missing. Existing ones stay.
 * @param withKeys the methods of crypto.subtle that need keys, by name
 */
export function completeCrypto(
  withKeys: Methods,
  realm: Pick<typeof globalThis, "crypto"> = globalThis,
): void {
  const owner = Object.getPrototypeOf(realm.crypto) as Crypto;
  if (!("randomUUID" in realm.crypto)) define(owner, "randomUUID", randomUUID);
  if (!("subtle" in realm.crypto)) define(owner, "subtle", createSubtle(withKeys));
}

/** https://w3c.github.io/webcrypto/#Crypto-method-randomUUID */
function randomUUID(this: Crypto): string {
  const bytes = this.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function createSubtle(withKeys: Methods): object {
  const subtle = Object.create({ [Symbol.toStringTag]: "SubtleCrypto" });
  define(subtle, "digest", digest);
  for (const [name, method] of withKeys) define(subtle, name, method);
  return subtle;
}

/** https://w3c.github.io/webcrypto/#SubtleCrypto-method-digest */
async function digest(
  algorithm: string | { readonly name: string },
  data: BufferSource,
): Promise<ArrayBuffer> {
  const name = (typeof algorithm === "string" ? algorithm : String(algorithm?.name)).toUpperCase();
  const hash = hashes[name];
  if (!hash) throw new DOMException("Algorithm: Unrecognized name", "NotSupportedError");
  const bytes = ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
  return new Uint8Array(hash(bytes)).buffer;
}

function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, writable: true, configurable: true });
}
