// Tests of the address that others can open.

import { expect, test } from "vitest";
import { readableAddress, sharedAddress } from "./shared-address.ts";

test.each([
  ["https://x.org/talk/#/race", "https://x.org/talk/"],
  ["https://x.org/talk/index.html?view=scroll#/race", "https://x.org/talk/"],
  ["http://192.168.1.20:8080/", "http://192.168.1.20:8080/"],
  ["https://x.org/deck.html", "https://x.org/deck.html"],
])("%s is shared as %s", (href, address) => expect(sharedAddress(href)).toBe(address));

test.each([
  "file:///home/me/interleave.html",
  "http://localhost:4173/",
  "http://deck.localhost/",
  "http://127.0.0.1:8080/talk/",
  "http://[::1]:8080/",
  "http://0.0.0.0:8080/",
])("%s leads nobody else to the deck", (href) => expect(sharedAddress(href)).toBeUndefined());

test("an address is read without what needs no typing", () => {
  expect(readableAddress("https://x.org/talk/")).toBe("x.org/talk");
  expect(readableAddress("http://192.168.1.20:8080/")).toBe("http://192.168.1.20:8080");
});
