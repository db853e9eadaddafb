import { expect, test } from "vitest";
import { policyText } from "./security-policy.ts";

test("the built page reaches its own origin alone", () => {
  expect(policyText("site")).toContain("connect-src 'self';");
});

test("an author's page also reaches the socket of hot reload", () => {
  expect(policyText("author")).toContain("connect-src 'self' ws:;");
});

test("the deck as one file loads nothing but what is in it", () => {
  expect(policyText("one-file")).toMatch(/^default-src 'none'; .*connect-src data:; /);
  expect(policyText("one-file")).not.toMatch(/script-src[^;]*'self'/);
});
