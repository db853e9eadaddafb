// The sheet that saves the deck for offline use and shows how much of it is stored.

import "./offline-sheet.css";
import { whyNotByItself } from "./by-itself.ts";
import { isComplete } from "./inventory.ts";
import { type KeptDeck, openKeptDeck, type Progress } from "./kept-deck.ts";
import { isOneFile, oneFileName } from "./one-file.ts";
import { inventorySentence, megabytes } from "./words.ts";

const title = "Without a network";
const oneFileSentence = "This deck is one file, and all of it is in it: it needs no network.";

let sheet: OfflineSheet | undefined;

/** Shows the sheet. */
export function openOfflineSheet(): void {
  sheet ??= new OfflineSheet();
  sheet.open();
}

class OfflineSheet {
  readonly #dialog = document.createElement("dialog");
  readonly #status = document.createElement("p");
  readonly #bar = document.createElement("progress");
  /** How much is stored. It changes many times a second, so screen readers get it from the bar instead. */
  readonly #count = document.createElement("span");
  readonly #save = document.createElement("button");
  readonly #close = Object.assign(document.createElement("button"), {
    textContent: "Close",
    autofocus: true,
  });
  #isSaving = false;

  constructor() {
    this.#dialog.className = "sheet offline-sheet";
    this.#dialog.setAttribute("aria-label", title);
    this.#status.setAttribute("role", "status");
    this.#bar.setAttribute("aria-label", "Stored");
    this.#count.setAttribute("aria-hidden", "true");
    Object.assign(this.#save, { type: "button", textContent: "Save for offline", className: "sheet-strong" });
    this.#save.addEventListener("click", () => void this.#saveAll());
    const heading = Object.assign(document.createElement("h2"), { textContent: title });
    this.#dialog.append(heading, this.#status, this.#bar, this.#form());
    this.#dialog.addEventListener("click", ({ target }) => {
      if (target === this.#dialog) this.#dialog.close();
    });
    document.body.append(this.#dialog);
  }

  open(): void {
    this.#dialog.showModal();
    if (!this.#isSaving) void this.#look();
  }

  #form(): HTMLFormElement {
    const form = Object.assign(document.createElement("form"), { method: "dialog" });
    if (!isOneFile) form.append(this.#save, oneFileLink());
    const check = Object.assign(document.createElement("a"), {
      href: "#/preflight",
      textContent: "Check before a talk",
    });
    check.addEventListener("click", () => this.#dialog.close());
    form.append(check, this.#close);
    return form;
  }

  /** Shows how much is stored now. */
  async #look(): Promise<void> {
    this.#bar.hidden = true;
    this.#save.hidden = true;
    this.#status.textContent = isOneFile ? oneFileSentence : "Looking what is stored …";
    if (isOneFile) return;
    await this.#try(async (deck) => {
      const inventory = await deck.list();
      if (isComplete(inventory)) await deck.keepComplete();
      else if (deck.isInBackground) return void this.#saveAll();
      const reason = isComplete(inventory) ? undefined : await whyNotByItself(deck, inventory);
      this.#status.textContent = [inventorySentence(inventory), reason].filter(Boolean).join(" ");
      this.#save.hidden = isComplete(inventory);
    });
  }

  async #saveAll(): Promise<void> {
    if (this.#isSaving) return;
    this.#isSaving = true;
    this.#save.hidden = true;
    // The button that had the focus is hidden. Without this no element would have it.
    this.#close.focus();
    this.#bar.hidden = false;
    this.#bar.removeAttribute("value");
    this.#count.textContent = "Storing …";
    this.#status.replaceChildren(this.#count, " You can go on meanwhile.");
    await this.#try(async (deck) => {
      await deck.storeAll((progress) => this.#show(progress));
      await this.#look();
    });
    this.#isSaving = false;
  }

  #show({ done, total }: Progress): void {
    Object.assign(this.#bar, { value: done, max: total });
    this.#count.textContent = `${megabytes(done)} of ${megabytes(total)} stored.`;
  }

  /** Does the work with the deck. Shows a failure as a sentence and lets the viewer try again. */
  async #try(work: (deck: KeptDeck) => Promise<void>): Promise<void> {
    try {
      await work(await openKeptDeck());
    } catch (error) {
      this.#bar.hidden = true;
      this.#save.hidden = false;
      const reason = error instanceof Error ? error.message : String(error);
      this.#status.textContent = `${reason} The deck goes on; as one file it needs no browser's store.`;
    }
  }
}

function oneFileLink(): HTMLAnchorElement {
  return Object.assign(document.createElement("a"), {
    href: oneFileName,
    download: oneFileName,
    textContent: "Download as one file",
  });
}
