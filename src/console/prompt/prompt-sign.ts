// Shows the prompt's state: a placeholder in the empty text box, and a quiet sign while something is evaluated.

/** "busy": an entry is being evaluated. Entries made meanwhile are evaluated after it. */
export type PromptState = "ready" | "busy";

let signs = 0;

/** Shows a state beside the text box. Assistive technology reads it when the focus enters the box, and not again. */
export class PromptSign {
  readonly element = document.createElement("span");
  readonly #field: HTMLTextAreaElement;

  constructor(field: HTMLTextAreaElement) {
    this.#field = field;
    signs += 1;
    this.element.id = `prompt-sign-${signs}`;
    this.element.className = "prompt-sign";
    this.element.hidden = true;
    this.show("ready");
  }

  /** @param hint the placeholder of the empty text box */
  show(state: PromptState, hint = "Go on typing"): void {
    if (this.#field.placeholder !== hint) this.#field.placeholder = hint;
    this.#say(state === "busy" ? "waiting …" : "");
  }

  #say(text: string): void {
    if (this.element.textContent === text) return;
    this.element.hidden = text === "";
    this.element.textContent = text;
    if (text === "") this.#field.removeAttribute("aria-describedby");
    else this.#field.setAttribute("aria-describedby", this.element.id);
  }
}
