// Writes the content security policy into the page. Workers made from blobs inherit it, so it also binds the audience's programs.

import type { HtmlTagDescriptor, Plugin } from "vite";

/** One directive a line; the values that need a reason have one. */
const directives: Record<string, string[]> = {
  "default-src": ["'self'"],
  "script-src": [
    "'self'",
    // reveal.js writes the speaker view's script into the window that it opens.
    "'unsafe-inline'",
    // Running code is the product: the run worker evaluates what the compiler made, and the compiler is WebAssembly.
    "'unsafe-eval'",
    "'wasm-unsafe-eval'",
    "blob:",
  ],
  "worker-src": ["'self'", "blob:"],
  // The own origin alone: whatever a program tries, nothing can leave.
  "connect-src": ["'self'"],
  // Monaco and reveal.js write style elements and attributes.
  "style-src": ["'self'", "'unsafe-inline'"],
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'", "data:"],
  "object-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
};

/** What a page as one file has otherwise: it has no origin that could be named, and loads nothing but what is in it. */
const directivesOfOneFile: Record<string, string[]> = {
  "default-src": ["'none'"],
  "script-src": ["'unsafe-inline'", "'unsafe-eval'", "'wasm-unsafe-eval'", "blob:"],
  "worker-src": ["blob:"],
  // The compiler and TypeScript's worker, which are in the page, are unpacked from there.
  "connect-src": ["data:"],
  "style-src": ["'unsafe-inline'"],
  // The speaker view shows the same file twice.
  "frame-src": ["'self'", "file:"],
};

/** For whom the policy is: the built site, an author's server, which also needs its socket for hot reload, or one file. */
export type PolicyKind = "site" | "author" | "one-file";

const differences: Record<PolicyKind, Record<string, string[]>> = {
  site: {},
  author: { "connect-src": ["'self'", "ws:"] },
  "one-file": directivesOfOneFile,
};

/** The policy as the text of a header or meta element. */
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
