// The listbox of names above the prompt. The focus stays in the text box, which points assistive technology to the
// chosen name (aria-activedescendant).

import { countText } from "../lines/text.ts";
import { mostNames, neighbour } from "./completion.ts";

let lists = 0;

/** Names to choose from. Hidden while there are none. */
export class CompletionList {
  readonly element = document.createElement("div");
  readonly #names = document.createElement("div");
  readonly #rest = document.createElement("p");
  readonly #field: HTMLElement;
  readonly #onTake: (name: string) => void;
  readonly #id: string;
  #options: readonly HTMLElement[] = [];
  #index = 0;

  /**
   * @param field the text box that has the focus
   * @param onTake called with the name that the viewer clicks
   */
  constructor(field: HTMLElement, onTake: (name: string) => void) {
    this.#field = field;
    this.#onTake = onTake;
    lists += 1;
    this.#id = `prompt-names-${lists}`;
    this.#build();
  }

  /** The chosen name; undefined while the list is closed. */
  get chosen(): string | undefined {
    return this.#options[this.#index]?.textContent;
  }

  /** Opens the list with these names and chooses the first. */
  open(names: readonly string[]): void {
    const rest = names.length - mostNames;
    this.#options = names.slice(0, mostNames).map((name, index) => this.#option(name, index));
    this.#names.replaceChildren(...this.#options);
    this.#rest.textContent = rest > 0 ? `… and ${countText(rest)} more: type on` : "";
    this.element.hidden = false;
    this.#field.setAttribute("aria-controls", this.#id);
    this.#choose(0);
  }

  close(): void {
    this.element.hidden = true;
    this.#options = [];
    this.#field.removeAttribute("aria-controls");
    this.#field.removeAttribute("aria-activedescendant");
  }

  /** Chooses the next or the previous name. */
  move(step: 1 | -1): void {
    this.#choose(neighbour(this.#index, step, this.#options.length));
  }

  #build(): void {
    this.element.className = "prompt-names";
    this.element.hidden = true;
    // Without this, a click would take the focus from the text box.
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
    this.#names.id = this.#id;
    this.#names.setAttribute("role", "listbox");
    this.#names.setAttribute("aria-label", "Names");
    this.element.append(this.#names, this.#rest);
  }

  #option(name: string, index: number): HTMLElement {
    const option = document.createElement("div");
    option.id = `${this.#id}-${index}`;
    option.setAttribute("role", "option");
    option.textContent = name;
    option.onclick = () => this.#onTake(name);
    return option;
  }

  #choose(index: number): void {
    this.#index = index;
    for (const [at, option] of this.#options.entries()) {
      option.setAttribute("aria-selected", String(at === index));
    }
    const chosen = this.#options[index];
    if (!chosen) return;
    this.#field.setAttribute("aria-activedescendant", chosen.id);
    this.#scrollTo(chosen);
  }

  // Does not use scrollIntoView, which would scroll the slide as well.
  #scrollTo({ offsetTop, offsetHeight }: HTMLElement): void {
    const { scrollTop, clientHeight } = this.element;
    const lowest = offsetTop + offsetHeight - clientHeight;
    this.element.scrollTop = Math.min(Math.max(scrollTop, lowest), offsetTop);
  }
}
