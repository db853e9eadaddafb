// Writes the content security policy into the page. Workers made from blobs inherit the policy, so it also binds the
// audience's programs.

import type { HtmlTagDescriptor, Plugin } from "vite";

/** One directive per line. A comment gives the reason for a value that needs one. */
const directives: Record<string, string[]> = {
  "default-src": ["'self'"],
  "script-src": [
    "'self'",
    "'unsafe-inline'",
    // The product runs code: the run worker evaluates the compiler's output, and the compiler is WebAssembly.
    "'unsafe-eval'",
    "'wasm-unsafe-eval'",
    "blob:",
  ],
  "worker-src": ["'self'", "blob:"],
  // Only the page's own origin: whatever a program tries, it cannot send anything elsewhere.
  "connect-src": ["'self'"],
  // Monaco and reveal.js write style elements and style attributes.
  "style-src": ["'self'", "'unsafe-inline'"],
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'", "data:"],
  "object-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
};

/**
 * The directives that differ in the deck as one file. It has no origin that a policy could name, and it loads only
 * what it contains.
 */
const directivesOfOneFile: Record<string, string[]> = {
  "default-src": ["'none'"],
  "script-src": ["'unsafe-inline'", "'unsafe-eval'", "'wasm-unsafe-eval'", "blob:"],
  "worker-src": ["blob:"],
  // The compiler and TypeScript's worker are in the page as text. The page unpacks them with a fetch of a data: URL.
  "connect-src": ["data:"],
  "style-src": ["'unsafe-inline'"],
};

/**
 * What the policy is for: the built site, an author's dev server, which also needs a socket for hot reload, or the
 * deck as one file.
 */
export type PolicyKind = "site" | "author" | "one-file";

const differences: Record<PolicyKind, Record<string, string[]>> = {
  site: {},
  author: { "connect-src": ["'self'", "ws:"] },
  "one-file": directivesOfOneFile,
};

/** Returns the policy as the text of a header or of a meta element. */
export function policyText(kind: PolicyKind): string {
  return Object.entries({ ...directives, ...differences[kind] })
    .map(([name, values]) => [name, ...values].join(" "))
    .join("; ");
}

/** Vite plugin: puts the policy before everything that it governs. */
export function securityPolicy(): Plugin {
  let kind: PolicyKind = "site";
  return {
    name: "interleave-security-policy",
    configResolved({ command, mode }) {
      if (command === "serve") kind = "author";
      else if (mode === "single") kind = "one-file";
    },
    transformIndexHtml: {
      order: "post",
      handler: (): HtmlTagDescriptor[] => [
        {
          tag: "meta",
          attrs: { "http-equiv": "Content-Security-Policy", content: policyText(kind) },
          injectTo: "head-prepend",
        },
      ],
    },
  };
}
