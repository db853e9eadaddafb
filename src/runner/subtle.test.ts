import { expect, test } from "vitest";
import type { KeyMark, SubtleAnswer } from "../protocol/protocol.ts";
import { RunSubtle } from "../runtime/realm/subtle.ts";
import { PageSubtle } from "./subtle.ts";

/** A program's crypto.subtle, with the page at the other end of the messages. */
function subtle() {
  const page = new PageSubtle();
  const answered: SubtleAnswer[] = [];
  const run = new RunSubtle({
    post: (message) =>
      void page.answer(structuredClone(message)).then((answer) => {
        answered.push(answer);
        run.take(structuredClone(answer));
      }),
    follow: (promise) => promise,
  });
  const methods = Object.fromEntries(run.methods) as unknown as SubtleCrypto;
  return { methods, answered };
}

const data = new TextEncoder().encode("moo");

test("a program signs and encrypts with keys that stay in the page", async () => {
  const { methods, answered } = subtle();
  const key = await methods.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
  expect(key).toMatchObject({ type: "secret", extractable: false, usages: ["sign", "verify"] });
  expect(answered).toMatchObject([{ result: { value: { subtleKey: 0 } } }]);
  const signature = await methods.sign("HMAC", key, data);
  expect(await methods.verify("HMAC", key, signature, data)).toBe(true);
  expect(await methods.verify("HMAC", key, signature, data.slice(1))).toBe(false);
});

test("pairs of keys, and keys inside algorithms, are the program's too", async () => {
  const { methods } = subtle();
  const algorithm = { name: "ECDH", namedCurve: "P-256" };
  const [ours, theirs] = [
    await methods.generateKey(algorithm, false, ["deriveBits"]),
    await methods.generateKey(algorithm, false, ["deriveBits"]),
  ];
  const bits = (from: CryptoKeyPair, to: CryptoKeyPair) =>
    methods.deriveBits({ name: "ECDH", public: to.publicKey }, from.privateKey, 128);
  expect(await bits(ours, theirs)).toEqual(await bits(theirs, ours));
});

test("errors are those of the engine", async () => {
  const { methods } = subtle();
  const key = await methods.importKey("raw", data, "PBKDF2", false, ["deriveBits"]);
  const short = methods.importKey("raw", data, "AES-GCM", false, ["encrypt"]);
  expect(await short.catch(({ name }: DOMException) => name)).toBe("DataError");
  await expect(methods.sign("HMAC", {} as CryptoKey, data)).rejects.toThrow(TypeError);
  await expect(methods.encrypt({ name: "AES-GCM" }, key, (() => 1) as never)).rejects.toThrow("cloned");
});

test("what is no operation with keys is not performed", async () => {
  const answer = await new PageSubtle().answer({ kind: "subtle", id: 0, method: "constructor", given: [] });
  expect(answer.result).toMatchObject({ kind: "failed" });
  const mark: KeyMark = { subtleKey: 5, told: {} as KeyMark["told"] };
  const unknown = await new PageSubtle().answer({
    kind: "subtle",
    id: 0,
    method: "exportKey",
    given: ["raw", mark],
  });
  expect(unknown.result).toMatchObject({ kind: "failed", name: "TypeError" });
});

test("more operations than the page should have at a time wait in the worker", async () => {
  const { methods } = subtle();
  const key = await methods.importKey("raw", data, "PBKDF2", false, ["deriveBits"]);
  const derive = () =>
    methods.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: data, iterations: 1 }, key, 8);
  expect(await Promise.all(Array.from({ length: 200 }, derive))).toHaveLength(200);
});
