// Shows a notice at the foot of the deck: something that can wait, and a button to act on it.

import "./notice.css";

/** A button of a notice. */
export interface NoticeChoice {
  readonly label: string;
  /** Returns a sentence if it cannot act now. The notice then stays and shows the sentence. */
  readonly act: () => string | undefined;
}

/**
 * Shows a notice until someone acts on it, if there is something to do, or dismisses it. It is hidden while the deck
 * is in full screen, so that it does not disturb a talk. It does not take the focus.
 */
export function showNotice(text: string, choice?: NoticeChoice): void {
  addNotice("notice", text, choice);
}

/** Shows a notice as the answer to what the viewer has just asked for: in full screen too, where it is waited for. */
export function showAnswer(text: string): void {
  addNotice("notice notice-answer", text);
}

function addNotice(className: string, text: string, choice?: NoticeChoice): void {
  const notice = Object.assign(document.createElement("div"), { className });
  const message = document.createElement("p");
  message.setAttribute("role", "status");
  notice.append(message);
  if (choice) notice.append(actButton(choice, message, notice));
  notice.append(button(choice ? "Later" : "Close", () => notice.remove()));
  document.querySelector(".notice")?.remove();
  document.body.append(notice);
  // The text comes after the element: screen readers do not announce a status that is inserted together with its
  // text.
  message.textContent = text;
}

function actButton({ label, act }: NoticeChoice, message: Element, notice: Element): HTMLButtonElement {
  const yes = button(label, () => {
    const refusal = act();
    if (refusal) message.textContent = refusal;
    else notice.remove();
  });
  yes.className = "sheet-strong";
  return yes;
}

function button(label: string, act: () => void): HTMLButtonElement {
  const element = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  // Keeps the focus, and so the keys, with the deck or the editor.
  element.addEventListener("mousedown", (event) => event.preventDefault());
  element.addEventListener("click", act);
  return element;
}
