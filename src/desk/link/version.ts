// The version of the page: after an update of the host, one of the two windows may still be the old one.

/** The name of the page's script. It changes with every change of the deck. "" in the one file, which is never updated. */
export function pageVersion(): string {
  return document.querySelector<HTMLScriptElement>("script[type=module][src]")?.src ?? "";
}
