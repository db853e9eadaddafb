// The sheet that lists every key.

import type { KeyLine } from "./key.ts";

/** A heading of the sheet and its lines. */
export interface KeyGroup {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}

let sheet: HTMLDialogElement | undefined;

/** A button at the foot of the sheet. It also closes the sheet. */
export interface SheetOffer {
  readonly label: string;
  readonly act: () => void;
}

/** Shows the sheet, or closes it if it is open. */
export function toggleHelp(groups: readonly KeyGroup[], offers: readonly SheetOffer[]): void {
  sheet ??= buildSheet(groups, offers);
  if (sheet.open) sheet.close();
  else {
    sheet.showModal();
    // The Close button at the end has the focus, so the browser scrolls to it. This scrolls back.
    sheet.scrollTop = 0;
  }
}

function buildSheet(groups: readonly KeyGroup[], offers: readonly SheetOffer[]): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "sheet sheet-keys";
  dialog.setAttribute("aria-label", "Keys");
  const close = button({ label: "Close", act: () => undefined });
  close.autofocus = true;
  const form = Object.assign(document.createElement("form"), { method: "dialog" });
  form.append(...offers.map(button), close);
  const columns = Object.assign(document.createElement("div"), { className: "sheet-columns" });
  columns.append(...groups.map(section));
  dialog.append(columns, form);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "?") dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}

function button({ label, act }: SheetOffer): HTMLButtonElement {
  const element = Object.assign(document.createElement("button"), { textContent: label });
  element.addEventListener("click", act);
  return element;
}

function section({ title, lines }: KeyGroup): HTMLElement {
  const element = document.createElement("section");
  const heading = Object.assign(document.createElement("h2"), { textContent: title });
  const list = document.createElement("dl");
  for (const { keys, does } of lines) {
    const term = document.createElement("dt");
    term.append(...keys.map((key) => Object.assign(document.createElement("kbd"), { textContent: key })));
    list.append(term, Object.assign(document.createElement("dd"), { textContent: does }));
  }
  element.append(heading, list);
  return element;
}
