// Knows whether a visitor pays for what the page loads.

/** What browsers tell of the connection (https://wicg.github.io/netinfo/); Firefox and WebKit tell nothing. */
interface Connection {
  readonly saveData?: boolean;
  readonly type?: string;
}

/** True if the visitor has asked to save data, or is on a line that is paid for by its use. */
export function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: Connection };
  return connection?.saveData === true || connection?.type === "cellular";
}
