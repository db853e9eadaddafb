import { expect, test } from "vitest";
import { policyText } from "./security-policy.ts";

test("the built page connects only to its own origin", () => {
  expect(policyText("site")).toContain("connect-src 'self';");
});

test("an author's page also connects to the socket of hot reload", () => {
  expect(policyText("author")).toContain("connect-src 'self' ws:;");
});

test("the deck as one file loads only what it contains", () => {
  expect(policyText("one-file")).toMatch(/^default-src 'none'; .*connect-src data:; /);
  expect(policyText("one-file")).not.toMatch(/script-src[^;]*'self'/);
});
