// Opens the preflight sheet at its address, #/preflight. The address of the slide comes back when the sheet closes.

import { showNotice } from "../offline/notice.ts";
import { preflightHash } from "../screen/slide-address.ts";
import type { DeskToCheck } from "./quick-rows.ts";

/**
 * Opens the sheet whenever the address names it, now or later. Call this before the deck starts: reveal.js would
 * correct an address that names no slide.
 * @param desk the speaker's desk, which is part of the check
 * @returns a function to call when the deck has started
 */
export function followPreflightAddress(desk: DeskToCheck): () => void {
  const isNamed = location.hash === preflightHash;
  addEventListener("hashchange", (event) => {
    if (location.hash !== preflightHash) return;
    event.stopImmediatePropagation();
    open(desk);
  });
  return () => {
    if (!isNamed) return;
    history.replaceState(history.state, "", preflightHash);
    open(desk);
  };
}

function open(desk: DeskToCheck): void {
  let isWanted = true;
  const leave = () => {
    isWanted = false;
  };
  addEventListener("hashchange", leave, { once: true });
  import("./sheet.ts").then(
    ({ openPreflight }) => {
      removeEventListener("hashchange", leave);
      // Someone may have gone back meanwhile. A delayed write of reveal.js's to the address is nobody's wish.
      if (isWanted) openPreflight(desk);
    },
    () =>
      showNotice("The preflight sheet could not be loaded. Check the connection.", {
        label: "Try again",
        act: () => void open(desk),
      }),
  );
}
