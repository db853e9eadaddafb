// <deck-address>: on a slide, the deck's own address as a QR code with the text below it. Empty if nobody else can open it.

import { qrCode } from "./qr-code.ts";
import { readableAddress, sharedAddress } from "./shared-address.ts";

export class DeckAddress extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const address = sharedAddress(location.href);
    if (address === undefined || this.childElementCount > 0) return;
    const text = Object.assign(document.createElement("p"), { textContent: readableAddress(address) });
    this.replaceChildren(text);
    try {
      this.prepend(await qrCode(address));
    } catch {
      // Without its code the address can still be typed.
    }
  }
}
