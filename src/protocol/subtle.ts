// The operations of crypto.subtle that the page performs for a run worker, and the marks that stand for their keys.

import type { KeyMark } from "./protocol.ts";

/** The operations that need keys, https://w3c.github.io/webcrypto/#SubtleCrypto-interface without digest. */
export const subtleOperations = [
  "encrypt",
  "decrypt",
  "sign",
  "verify",
  "generateKey",
  "deriveKey",
  "deriveBits",
  "importKey",
  "exportKey",
  "wrapKey",
  "unwrapKey",
] as const;

/** True for a mark that stands for a key. */
export function isKeyMark(value: unknown): value is KeyMark {
  return typeof value === "object" && value !== null && "subtleKey" in value;
}
