// Replaces Math.random and the random functions of crypto by ones with a seed, so that a run can be repeated.

import { define } from "../engine/define.ts";
import { seededRandom } from "./random.ts";

/** The part of a realm that `installRandomness` changes. */
export type RandomRealm = Pick<typeof globalThis, "Math" | "crypto">;

/** Changes the seed for crypto, so that it does not draw the same numbers as Math. */
const cryptoSeed = 0x5eed;

/**
 * Replaces Math.random, crypto.getRandomValues and crypto.randomUUID. Keys that crypto.subtle generates stay random.
 * @param seed a whole number
 */
export function installRandomness(seed: number, realm: RandomRealm = globalThis): void {
  const owner = Object.getPrototypeOf(realm.crypto) as Crypto;
  const { getRandomValues } = owner;
  const random = seededRandom(seed ^ cryptoSeed);
  const draw = <T extends ArrayBufferView>(bytes: T): T => {
    const { buffer, byteOffset, byteLength } = bytes;
    const view = new Uint8Array(buffer, byteOffset, byteLength);
    for (let index = 0; index < view.length; index += 1) view[index] = random() * 256;
    return bytes;
  };
  define(realm.Math, "random", seededRandom(seed));
  define(owner, "getRandomValues", function (this: Crypto, array: Uint8Array<ArrayBuffer>) {
    // The engine's own function throws if it cannot fill the array, for example one of floats.
    return draw(getRandomValues.call(this, array));
  });
  define(owner, "randomUUID", () => uuid(draw(new Uint8Array(16))));
}

/** Makes a UUID of version 4 of 16 random bytes, which it changes: https://www.rfc-editor.org/rfc/rfc9562#section-5.4 */
export function uuid(bytes: Uint8Array): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
