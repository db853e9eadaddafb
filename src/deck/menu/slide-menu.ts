// The menu of all slides: type to find one, choose it, go there. It is a combobox, so the focus stays in the text
// box.

import { textButton } from "../../controls/button.ts";
import type { TalkPart } from "../../talk/talk.ts";
import { listSlides } from "./slide-list.ts";
import { drawParts, slideOf } from "./slide-menu-list.ts";
import { findSlides, type ListedSlide } from "./slide-search.ts";

/** A button at the foot of the menu. */
export interface MenuOffer {
  readonly label: string;
  readonly act: () => void;
  /** A switch: says whether it is on. Switching does not close the menu. */
  readonly isOn?: () => boolean;
}

export interface MenuActions {
  /** The parts under which the slides are listed. */
  readonly parts: readonly TalkPart[];
  /** Returns the id of the slide that is shown. */
  readonly current: () => string | undefined;
  readonly go: (slide: string) => void;
  /** Returns the sections of the slides, in order. */
  readonly slides: () => readonly HTMLElement[];
  readonly offers: readonly MenuOffer[];
}

export class SlideMenu {
  readonly #actions: MenuActions;
  readonly #dialog = document.createElement("dialog");
  readonly #field = document.createElement("input");
  readonly #list = document.createElement("div");
  readonly #nothing = document.createElement("p");
  #slides: readonly ListedSlide[] = [];
  #active: Element | undefined;
  /** Each shows the state of a switch at the foot. */
  readonly #switches: (() => void)[] = [];

  constructor(actions: MenuActions) {
    this.#actions = actions;
    this.#build();
    this.#listen();
  }

  /** Shows the menu with all slides. The current slide is selected. */
  open(): void {
    // Reads the slides anew, because the texts of panes change.
    this.#slides = listSlides(this.#actions.slides());
    this.#field.value = "";
    for (const show of this.#switches) show();
    this.#dialog.showModal();
    // On a phone, focusing the text box would open the keyboard over the list before anyone wants to type.
    if (matchMedia("(pointer: coarse)").matches) this.#list.focus();
    else this.#field.focus();
    this.#show();
  }

  get #options(): Element[] {
    return [...this.#list.querySelectorAll("[role=option]")];
  }

  #build(): void {
    this.#dialog.className = "sheet slide-menu";
    this.#dialog.setAttribute("aria-label", "All slides");
    buildField(this.#field);
    this.#list.className = "slide-menu-list";
    this.#list.id = listId;
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", "Slides");
    this.#list.tabIndex = -1;
    this.#nothing.setAttribute("role", "status");
    this.#nothing.className = "slide-menu-nothing";
    const head = Object.assign(document.createElement("div"), { className: "slide-menu-head" });
    head.append(
      this.#field,
      textButton("Close", () => this.#dialog.close()),
    );
    const foot = Object.assign(document.createElement("div"), { className: "slide-menu-foot" });
    foot.append(...this.#actions.offers.map((offer) => this.#offerButton(offer)));
    this.#dialog.append(head, this.#list, this.#nothing, foot);
    document.body.append(this.#dialog);
  }

  #offerButton({ label, act, isOn }: MenuOffer): HTMLButtonElement {
    if (!isOn) return textButton(label, () => this.#leave(act));
    const button = textButton(label, () => {
      act();
      show();
    });
    const show = () => button.setAttribute("aria-pressed", String(isOn()));
    this.#switches.push(show);
    return button;
  }

  #listen(): void {
    this.#field.addEventListener("input", () => this.#show());
    this.#field.addEventListener("keydown", (event) => this.#takeKey(event));
    this.#list.addEventListener("keydown", (event) => {
      this.#takeKey(event);
      // Typing while the list has the focus goes into the text box.
      if (event.key.length === 1 || event.key === "Backspace") this.#field.focus();
    });
    // A press must not take the focus from the text box: on a phone the keyboard would close and open again.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#dialog.addEventListener("click", ({ target }) => {
      const option = target instanceof Element ? target.closest("[role=option]") : null;
      if (option) this.#go(option);
      if (target === this.#dialog) this.#dialog.close();
    });
  }

  #show(): void {
    const found = findSlides(this.#slides, this.#actions.parts, this.#field.value);
    this.#list.replaceChildren(...drawParts(found, this.#actions.current()));
    this.#nothing.textContent = found.length === 0 ? "No slide has this." : "";
    const { value } = this.#field;
    const present = value === "" ? this.#list.querySelector("[aria-current]") : null;
    this.#activate(present ?? this.#options[0], present ? "center" : "nearest");
  }

  #activate(option: Element | undefined, block: ScrollLogicalPosition): void {
    this.#active?.setAttribute("aria-selected", "false");
    this.#active = option;
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block });
    if (option) this.#field.setAttribute("aria-activedescendant", option.id);
    else this.#field.removeAttribute("aria-activedescendant");
  }

  #takeKey(event: KeyboardEvent): void {
    // Enter may end the composition of a word in an input method.
    if (event.isComposing) return;
    const step = steps[event.key];
    if (step !== undefined) this.#move(step);
    else if (event.key === "Enter" && this.#active) this.#go(this.#active);
    else return;
    event.preventDefault();
  }

  /** A step of one wraps around at both ends. Longer steps stop at the first and last option. */
  #move(step: number): void {
    const options = this.#options;
    const last = options.length - 1;
    const at = this.#active ? options.indexOf(this.#active) : -1;
    const next = at + step;
    const isOne = Math.abs(step) === 1;
    const index = isOne ? (next + options.length) % options.length : Math.min(last, Math.max(0, next));
    this.#activate(options[index], "nearest");
  }

  #go(option: Element): void {
    this.#leave(() => this.#actions.go(slideOf(option)));
  }

  /** Closes the menu first. Closing gives the focus back, and the action may want to move it. */
  #leave(act: () => void): void {
    this.#dialog.close();
    act();
  }
}

const listId = "slide-menu-list";

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };

function buildField(field: HTMLInputElement): void {
  Object.assign(field, { type: "text", autocomplete: "off", spellcheck: false, enterKeyHint: "go" });
  field.placeholder = "Find a slide";
  const attributes = {
    role: "combobox",
    "aria-label": "Find a slide",
    "aria-controls": listId,
    "aria-expanded": "true",
    "aria-autocomplete": "list",
  };
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
}

/** Makes the button that opens the menu, for viewers without a keyboard. It is in a corner of the slide. */
export function menuButton(open: () => void): HTMLButtonElement {
  const button = Object.assign(document.createElement("button"), { type: "button", title: "All slides (Q)" });
  button.className = "slide-menu-button";
  button.setAttribute("aria-label", "All slides");
  button.setAttribute("aria-keyshortcuts", "Q");
  button.innerHTML =
    '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2.5 4h11M2.5 8h11M2.5 12h7"/></svg>';
  // If the button took the focus, Space would open the menu again instead of turning the slide.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", open);
  return button;
}
