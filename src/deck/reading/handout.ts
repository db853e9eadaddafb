// The handout: the speaker notes of the current slide, beside or below it, for people who read the deck alone.

import { notesOf, titleOf } from "../menu/slide-list.ts";

const key = "interleave:handout";

export class Handout {
  readonly #panel = document.createElement("aside");
  readonly #text = document.createElement("div");
  readonly #onLayout: () => void;
  #slide: Element | undefined;

  /** @param onLayout called when the space for the slide has changed */
  constructor(onLayout: () => void) {
    this.#onLayout = onLayout;
    this.#build();
  }

  get isOpen(): boolean {
    return !this.#panel.hidden;
  }

  /** How much of the window's height the handout takes from the slide, in CSS pixels. 0 if it is beside the slide. */
  get heightBelow(): number {
    return document.documentElement.classList.contains("portrait") ? this.#panel.offsetHeight : 0;
  }

  toggle(): void {
    this.#setOpen(!this.isOpen);
    keep(this.isOpen);
  }

  /** Opens the handout if it was open before a reload. */
  restore(): void {
    if (isKept()) this.#setOpen(true);
  }

  /** Shows the notes of this slide, scrolled to the top. While the handout is closed, nothing is drawn. */
  show(slide: Element): void {
    this.#slide = slide;
    if (this.isOpen) this.#draw(slide);
  }

  #draw(slide: Element): void {
    const notes = [...(notesOf(slide)?.children ?? [])].map((child) => child.cloneNode(true));
    const title = Object.assign(document.createElement("h2"), { textContent: titleOf(slide) });
    const none = Object.assign(document.createElement("p"), { textContent: "This slide has no notes." });
    this.#text.replaceChildren(title, ...(notes.length > 0 ? notes : [none]));
    this.#text.scrollTop = 0;
  }

  #setOpen(isOpen: boolean): void {
    if (isOpen && this.#slide) this.#draw(this.#slide);
    this.#panel.hidden = !isOpen;
    document.documentElement.classList.toggle("has-handout", isOpen);
    this.#onLayout();
  }

  #build(): void {
    this.#panel.className = "handout";
    this.#panel.hidden = true;
    this.#panel.setAttribute("aria-label", "Handout");
    this.#text.className = "handout-text";
    // A group that scrolls keeps the arrow keys (src/deck/key-owner.ts).
    this.#text.setAttribute("role", "group");
    this.#text.setAttribute("aria-label", "Notes of this slide");
    this.#text.tabIndex = 0;
    this.#panel.append(this.#text, this.#closeButton());
    document.querySelector(".reveal")?.after(this.#panel);
  }

  #closeButton(): HTMLButtonElement {
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      title: "Close the notes (D)",
    });
    button.className = "handout-close";
    button.setAttribute("aria-label", "Close the notes");
    button.innerHTML = '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8"/></svg>';
    button.addEventListener("click", () => this.toggle());
    return button;
  }
}

/**
 * Remembers the choice only for this tab. A talk that starts in a new tab must not start with its notes on the wall.
 */
function keep(isOpen: boolean): void {
  try {
    if (isOpen) sessionStorage.setItem(key, "open");
    else sessionStorage.removeItem(key);
  } catch {
    // A browser without storage still shows the notes.
  }
}

function isKept(): boolean {
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
