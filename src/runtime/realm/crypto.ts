// Adds crypto.randomUUID and crypto.subtle. Browsers withhold them from a frame without an origin; a plain worker at the
// deck's address has them.

import { sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { uuid } from "../clock/randomness.ts";
import { define } from "../engine/define.ts";

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
  return uuid(this.getRandomValues(new Uint8Array(16)));
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
