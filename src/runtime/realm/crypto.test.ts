import { expect, test } from "vitest";
import { completeCrypto } from "./crypto.ts";

function bareRealm(withKeys: ReadonlyMap<string, unknown> = new Map()): Pick<typeof globalThis, "crypto"> {
  const owner = {
    getRandomValues: (array: Uint8Array) =>
      globalThis.crypto.getRandomValues(array as Uint8Array<ArrayBuffer>),
  };
  const realm = { crypto: Object.create(owner) };
  completeCrypto(withKeys, realm);
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

test("the methods with keys are those that are given", async () => {
  const exportKey = async () => "exported";
  const { crypto } = bareRealm(new Map([["exportKey", exportKey]]));
  expect(await crypto.subtle.exportKey("raw", {} as never)).toBe("exported");
});

test("identifiers are random ones of version 4", () => {
  expect(bareRealm().crypto.randomUUID()).toMatch(
    /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  );
});

test("what is there stays", () => {
  const realm = { crypto: globalThis.crypto };
  const { subtle } = realm.crypto;
  completeCrypto(new Map(), realm);
  expect(realm.crypto.subtle).toBe(subtle);
});
