// Opens the preflight sheet at its address, #/preflight, and gives the slide's address back when it closes.

import { showNotice } from "../offline/notice.ts";
import { preflightHash } from "../screen/slide-address.ts";

/**
 * Opens the sheet wherever the address names it, now and later. To be called before the deck starts: reveal.js takes an address
 * that names no slide for one that has to be put right.
 * @returns what is to be called when the deck has started
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
      // Somebody may have gone back meanwhile.
      if (location.hash === preflightHash) void openPreflight();
    },
    () =>
      showNotice("The preflight sheet could not be loaded. Check the connection.", {
        label: "Try again",
        act: () => void open(),
      }),
  );
}
