// The sheet that lists every key.

import { keyHelp } from "./keys.ts";

let sheet: HTMLDialogElement | undefined;

/** Shows the sheet, or closes it where it is open. */
export function toggleHelp(toggleHandout: () => void): void {
  sheet ??= buildSheet(toggleHandout);
  if (sheet.open) sheet.close();
  else {
    sheet.showModal();
    // The button at its end has the focus, and would be scrolled to.
    sheet.scrollTop = 0;
  }
}

function buildSheet(toggleHandout: () => void): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "sheet sheet-keys";
  dialog.setAttribute("aria-label", "Keys");
  const notes = Object.assign(document.createElement("button"), { textContent: "Notes", value: "notes" });
  notes.addEventListener("click", toggleHandout);
  const check = Object.assign(document.createElement("button"), {
    textContent: "Check before a talk",
    value: "check",
  });
  check.addEventListener("click", () => {
    location.hash = "/preflight";
  });
  const close = Object.assign(document.createElement("button"), {
    textContent: "Close",
    value: "close",
    autofocus: true,
  });
  const form = Object.assign(document.createElement("form"), { method: "dialog" });
  form.append(notes, check, close);
  dialog.append(...Object.entries(keyHelp).map(([title, keys]) => group(title, keys)), form);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "?") dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}

function group(title: string, lines: (typeof keyHelp)[string]): HTMLElement {
  const section = document.createElement("section");
  const heading = Object.assign(document.createElement("h2"), { textContent: title });
  const list = document.createElement("dl");
  for (const { keys, does } of lines) {
    const term = document.createElement("dt");
    term.append(...keys.map((key) => Object.assign(document.createElement("kbd"), { textContent: key })));
    list.append(term, Object.assign(document.createElement("dd"), { textContent: does }));
  }
  section.append(heading, list);
  return section;
}
