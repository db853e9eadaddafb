// Asks before something is lost.

export interface Question {
  readonly title: string;
  readonly text: string;
  /** Label of the button that does it. */
  readonly yes: string;
  /** Label of the button that leaves everything as it is. It has the focus. */
  readonly no: string;
}

/** Resolves with `true` for yes, and with `false` for no, Esc or a click outside the box. */
export function ask({ title, text, yes, no }: Question): Promise<boolean> {
  const dialog = document.createElement("dialog");
  dialog.className = "sheet sheet-question";
  dialog.setAttribute("aria-label", title);
  const heading = Object.assign(document.createElement("h2"), { textContent: title });
  const body = Object.assign(document.createElement("p"), { textContent: text });
  const form = Object.assign(document.createElement("form"), { method: "dialog" });
  const refuse = Object.assign(document.createElement("button"), {
    textContent: no,
    value: "no",
    autofocus: true,
  });
  const agree = Object.assign(document.createElement("button"), { textContent: yes, value: "yes" });
  agree.className = "sheet-strong";
  form.append(refuse, agree);
  dialog.append(heading, body, form);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close("no");
  });
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
