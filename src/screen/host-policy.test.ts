// Tests of the sentences about what a host forbids.

import { expect, test } from "vitest";
import { banOf } from "./host-policy.ts";

const styles = {
  what: "styles that scripts write",
  directive: "style-src",
  value: "'unsafe-inline'",
} as const;
const wasm = { what: "WebAssembly", directive: "script-src", value: "'wasm-unsafe-eval'" } as const;
const programs = { what: "programs from text", directive: "script-src", value: "'unsafe-eval'" } as const;

test("the sentences name the header, what it forbids, and what it must allow, by directive", () => {
  expect(banOf([styles, programs, wasm], "default-src 'self'").sentences).toBe(
    "This host sends the header “Content-Security-Policy: default-src 'self'”. It forbids styles that scripts " +
      "write, programs from text, WebAssembly. It must allow: style-src 'self' 'unsafe-inline'; script-src " +
      "'self' 'unsafe-eval' 'wasm-unsafe-eval'.",
  );
});

test("a long policy is cut", () => {
  expect(banOf([wasm], "x".repeat(200)).sentences).toContain(`: ${"x".repeat(120)}…”`);
});

test("without styles there is no editor, without anything else no program", () => {
  expect(banOf([styles], "")).toMatchObject({ styles: true, programs: false });
  expect(banOf([wasm], "")).toMatchObject({ styles: false, programs: true });
});
