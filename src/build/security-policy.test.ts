import { expect, test } from "vitest";
import { policyText } from "./security-policy.ts";

test("the built page reaches its own origin alone", () => {
  expect(policyText(false)).toContain("connect-src 'self';");
});

test("an author's page also reaches the socket of hot reload", () => {
  expect(policyText(true)).toContain("connect-src 'self' ws:;");
});
