import { expect, test } from "vitest";
import { installRandomness, type RandomRealm } from "./randomness.ts";

/** A realm whose random numbers come from `seed`. */
function realm(seed: number): RandomRealm {
  const crypto = Object.create({
    getRandomValues: (array: Uint8Array<ArrayBuffer>) => globalThis.crypto.getRandomValues(array),
    randomUUID: () => globalThis.crypto.randomUUID(),
  }) as Crypto;
  const made = { Math: Object.create(Math) as Math, crypto };
  installRandomness(seed, made);
  return made;
}

function draw({ Math: { random }, crypto }: RandomRealm) {
  return [
    random(),
    random(),
    [...crypto.getRandomValues(new Uint8Array(20))],
    [...crypto.getRandomValues(new BigUint64Array(2))].map(String),
    crypto.randomUUID(),
    crypto.randomUUID(),
  ];
}

test("the same seed draws the same, another seed something else, and neither twice the same", () => {
  expect(draw(realm(7))).toEqual(draw(realm(7)));
  expect(draw(realm(7))).not.toEqual(draw(realm(8)));
  const [first, second, , , one, other] = draw(realm(7));
  expect([first === second, one === other]).toEqual([false, false]);
});

test("numbers and identifiers have the shape that they are known for", () => {
  const { Math: math, crypto } = realm(1);
  const numbers = Array.from({ length: 1000 }, () => math.random());
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  expect(crypto.randomUUID()).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  const bytes = crypto.getRandomValues(new Uint8Array(1000));
  expect(new Set(bytes).size).toBeGreaterThan(200);
});

test("a part of a buffer is filled and no more, in place", () => {
  const { crypto } = realm(1);
  const bytes = new Uint8Array(100);
  const part = bytes.subarray(40, 60);
  expect(crypto.getRandomValues(part)).toBe(part);
  expect([...bytes.subarray(0, 40), ...bytes.subarray(60)].every((byte) => byte === 0)).toBe(true);
  expect(part.some((byte) => byte !== 0)).toBe(true);
});

test("what cannot be filled is refused as ever", () => {
  const { crypto } = realm(1);
  expect(() => crypto.getRandomValues(new Float64Array(2) as never)).toThrow();
  expect(() => crypto.getRandomValues(new Uint8Array(70_000))).toThrow();
});
