// The bar at the foot, for people who look for buttons with a mouse. It lies in the lower margin, which no slide uses, and
// is visible only while the mouse moves there, or while one of its buttons has the keyboard's focus.

import "./foot-bar.css";
import { onPress } from "../controls/button.ts";

export interface FootBarActions {
  readonly back: () => void;
  readonly next: () => void;
  /** Returns the place in the talk, for example "15 / 57". */
  readonly place: () => string;
  readonly openMenu: () => void;
  readonly toggleTools: () => void;
  readonly toggleFullScreen: () => void;
  readonly openDesk: () => void;
}

/** In CSS pixels from the lower edge: where a moving mouse shows the bar. */
const reach = 48;

/** In milliseconds after the last movement there. */
const rest = 2500;

const pictures = {
  back: '<path d="M15 5l-7 7 7 7"/>',
  next: '<path d="M9 5l7 7-7 7"/>',
  list: '<path d="M4 6h16M4 12h16M4 18h10"/>',
  tools: '<path d="M4 20l1.2-5L15.6 4.6a2 2 0 0 1 2.8 0l1 1a2 2 0 0 1 0 2.8L9 18.8z"/>',
  screen: '<path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"/>',
  desk: '<path d="M3 4h18v12H3zM12 16v4M8 20h8"/>',
} as const;

export class FootBar {
  readonly element = Object.assign(document.createElement("div"), { className: "foot-bar" });
  readonly #place = Object.assign(document.createElement("span"), { className: "foot-bar-place" });
  readonly #actions: FootBarActions;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(actions: FootBarActions) {
    this.#actions = actions;
    this.element.setAttribute("role", "toolbar");
    this.element.setAttribute("aria-label", "The talk");
    this.element.append(
      barButton("Back (←)", pictures.back, actions.back),
      this.#place,
      barButton("Next (→)", pictures.next, actions.next),
      barButton("List of slides (Q)", pictures.list, actions.openMenu),
      barButton("Draw and point (A)", pictures.tools, actions.toggleTools),
      barButton("Full screen (F)", pictures.screen, actions.toggleFullScreen),
      barButton("Speaker’s desk (S)", pictures.desk, actions.openDesk),
    );
    // A press must not take the focus: Space would press the button again instead of turning the slide.
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
    addEventListener("pointermove", (event) => this.#follow(event), { passive: true });
    this.show();
  }

  /** Shows the place in the talk. Call this after every turn. */
  show(): void {
    this.#place.textContent = this.#actions.place();
  }

  /** A mouse that drags something, or draws, does not look for buttons. */
  #follow({ pointerType, clientX, clientY, buttons }: PointerEvent): void {
    if (pointerType !== "mouse" || buttons !== 0) return;
    const { left, right, bottom } = (this.element.parentElement ?? this.element).getBoundingClientRect();
    if (clientY > bottom - reach && clientX >= left && clientX <= right) this.#appear();
    else this.#vanish();
  }

  #appear(): void {
    clearTimeout(this.#timer);
    this.element.classList.add("is-shown");
    this.#timer = setTimeout(() => this.#vanish(), rest);
  }

  #vanish(): void {
    this.element.classList.remove("is-shown");
  }
}

/** @param title its name, and its key in brackets */
function barButton(title: string, picture: string, act: () => void): HTMLButtonElement {
  const button = Object.assign(document.createElement("button"), { type: "button", title });
  button.setAttribute("aria-label", title.replace(/ \(.*/, ""));
  button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true">${picture}</svg>`;
  onPress(button, act);
  return button;
}
