// Opens the preflight sheet at its address, #/preflight. The address of the slide comes back when the sheet closes.

import { showNotice } from "../offline/notice.ts";
import { preflightHash } from "../screen/slide-address.ts";

/**
 * Opens the sheet whenever the address names it, now or later. Call this before the deck starts: reveal.js would
 * correct an address that names no slide.
 * @returns a function to call when the deck has started
 */
export function followPreflightAddress(): () => void {
  const isNamed = location.hash === preflightHash;
  addEventListener("hashchange", (event) => {
    if (location.hash !== preflightHash) return;
    event.stopImmediatePropagation();
    open();
  });
  return () => {
    if (!isNamed) return;
    history.replaceState(history.state, "", preflightHash);
    open();
  };
}

function open(): void {
  import("./sheet.ts").then(
    ({ openPreflight }) => {
      // Someone may have gone back meanwhile.
      if (location.hash === preflightHash) void openPreflight();
    },
    () =>
      showNotice("The preflight sheet could not be loaded. Check the connection.", {
        label: "Try again",
        act: () => void open(),
      }),
  );
}
