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

/** The policy as the text of a header or meta element; an author's server also needs its socket for hot reload. */
export function policyText(hotReload: boolean): string {
  const extra: Record<string, string[]> = hotReload ? { "connect-src": ["ws:"] } : {};
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values, ...(extra[name] ?? [])].join(" "))
    .join("; ");
}

/** Vite plugin: puts the policy before everything that it governs. */
export function securityPolicy(): Plugin {
  return {
    name: "interleave-security-policy",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { server }): HtmlTagDescriptor[] => [
        {
          tag: "meta",
          attrs: { "http-equiv": "Content-Security-Policy", content: policyText(server !== undefined) },
          injectTo: "head-prepend",
        },
      ],
    },
  };
}
