import { expect, test } from "vitest";
import { completeCrypto } from "./crypto.ts";

function bareRealm(): Pick<typeof globalThis, "crypto"> {
  const owner = {
    getRandomValues: (array: Uint8Array) =>
      globalThis.crypto.getRandomValues(array as Uint8Array<ArrayBuffer>),
  };
  const realm = { crypto: Object.create(owner) };
  completeCrypto(realm);
  return realm;
}

test("digests are those of the engine", async () => {
  const data = new TextEncoder().encode("moo");
  const { crypto } = bareRealm();
  for (const name of ["SHA-1", "SHA-256", "SHA-384", "SHA-512"]) {
    const [ours, engines] = [
      await crypto.subtle.digest(name, data),
      await globalThis.crypto.subtle.digest(name, data),
    ];
    expect(new Uint8Array(ours)).toEqual(new Uint8Array(engines));
  }
  await expect(crypto.subtle.digest("MD5", data)).rejects.toThrow("Unrecognized name");
});

test("what cannot be done is refused in a sentence", async () => {
  const { crypto } = bareRealm();
  await expect(crypto.subtle.exportKey("raw", {} as never)).rejects.toThrow(
    "crypto.subtle.exportKey does not work in a pane",
  );
});

test("identifiers are random ones of version 4", () => {
  expect(bareRealm().crypto.randomUUID()).toMatch(
    /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  );
});

test("what is there stays", () => {
  const realm = { crypto: globalThis.crypto };
  const { subtle } = realm.crypto;
  completeCrypto(realm);
  expect(realm.crypto.subtle).toBe(subtle);
});
