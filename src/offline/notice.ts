// A notice at the foot of the deck: says something that can wait, and offers what to do about it.

import "./notice.css";

/** A button of a notice. */
export interface NoticeChoice {
  readonly label: string;
  /** Returns a sentence where it cannot be done now; the notice stays then. */
  readonly act: () => string | undefined;
}

/**
 * Shows a notice until somebody chooses or dismisses it. While the deck fills the screen nobody sees it: a talk is not disturbed.
 * The focus stays where it is.
 */
export function showNotice(text: string, { label, act }: NoticeChoice): void {
  const notice = Object.assign(document.createElement("div"), { className: "notice" });
  const message = document.createElement("p");
  message.setAttribute("role", "status");
  const yes = button(label, () => {
    const refusal = act();
    if (refusal) message.textContent = refusal;
    else notice.remove();
  });
  yes.className = "sheet-strong";
  notice.append(
    message,
    yes,
    button("Later", () => notice.remove()),
  );
  document.querySelector(".notice")?.remove();
  document.body.append(notice);
  // Of a status that comes with its words screen readers say nothing.
  message.textContent = text;
}

function button(label: string, act: () => void): HTMLButtonElement {
  const element = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  // Keys stay with the deck or the editor.
  element.addEventListener("mousedown", (event) => event.preventDefault());
  element.addEventListener("click", act);
  return element;
}
