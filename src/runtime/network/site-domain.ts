// Stands in for the package tldts in run workers. MSW's store of cookies asks it for the domain of a site. The
// package's list of public suffixes was a third of the worker's code, which each new worker reads.

const address = /^[\d.]+$|:/;

/**
 * Returns the domain of a host, for example "example.org" for "www.example.org": its last two labels. `null` if it has
 * only one label or is an address. It does not know suffixes with a dot, for example "co.uk".
 */
export function getDomain(host: string): string | null {
  const labels = host.split(".");
  return labels.length < 2 || address.test(host) ? null : labels.slice(-2).join(".");
}
