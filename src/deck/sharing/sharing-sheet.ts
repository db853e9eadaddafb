// The sheet with the deck's address as a large QR code, for the room.

import { qrCode } from "./qr-code.ts";
import { readableAddress } from "./shared-address.ts";

/** Shows the address until the sheet is closed. */
export async function showAddress(address: string): Promise<void> {
  const dialog = Object.assign(document.createElement("dialog"), { className: "sheet sheet-sharing" });
  dialog.setAttribute("aria-label", "The deck’s address");
  const text = Object.assign(document.createElement("p"), { textContent: readableAddress(address) });
  const form = Object.assign(document.createElement("form"), { method: "dialog" });
  form.append(Object.assign(document.createElement("button"), { textContent: "Close", autofocus: true }));
  dialog.append(text, form);
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  try {
    dialog.prepend(await qrCode(address));
  } catch {
    text.after("The QR code could not be loaded. Check the connection.");
  }
}
