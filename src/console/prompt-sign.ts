// What the prompt tells of its state: words in the empty text box, and a quiet sign while something is evaluated.

/** "busy": something is being evaluated; what is entered meanwhile comes after it. */
export type PromptState = "unavailable" | "ready" | "busy";

const words: Readonly<Record<PromptState, string>> = {
  unavailable: "Run the program, then go on typing here",
  ready: 'Go on typing: speak("cow")',
  busy: "waiting …",
};

let signs = 0;

/** Shows a state in the prompt and its text box. Assistive technology reads it on entering the box, and no more. */
export class PromptSign {
  readonly element = document.createElement("span");
  readonly #prompt: HTMLElement;
  readonly #field: HTMLTextAreaElement;
  #state: PromptState = "unavailable";

  constructor(prompt: HTMLElement, field: HTMLTextAreaElement) {
    this.#prompt = prompt;
    this.#field = field;
    signs += 1;
    this.element.id = `prompt-sign-${signs}`;
    this.element.className = "prompt-sign";
    this.show("unavailable", undefined);
  }

  get state(): PromptState {
    return this.#state;
  }

  /** @param hint takes the place of the state's usual words. */
  show(state: PromptState, hint: string | undefined): void {
    this.#state = state;
    this.#prompt.dataset.state = state;
    const isOff = state === "unavailable";
    this.#field.readOnly = isOff;
    this.#field.setAttribute("aria-disabled", String(isOff));
    const isBusy = state === "busy";
    this.#field.placeholder = isBusy ? words.ready : (hint ?? words[state]);
    this.#showBusy(isBusy ? (hint ?? words.busy) : "");
  }

  #showBusy(text: string): void {
    this.element.hidden = text === "";
    if (this.element.textContent !== text) this.element.textContent = text;
    if (text === "") this.#field.removeAttribute("aria-describedby");
    else this.#field.setAttribute("aria-describedby", this.element.id);
  }
}
