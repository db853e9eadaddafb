// Draws a value of the program: its text, coloured by kind, and its parts. Parts are expanded on demand, level by
// level.

import type { ShownPart, ShownValue } from "../../trace/events/events.ts";
import { countText } from "./text.ts";

/** Called with a value's element after it was expanded or collapsed. */
export type OnToggle = (row: HTMLElement) => void;

/**
 * Draws one value.
 * @param key the value's key in the object that contains it
 */
export function drawValue(value: ShownValue, onToggle: OnToggle, key?: string): HTMLElement {
  const row = element("div", "value");
  const label = [...keyNodes(key), textNode(value)];
  if (hasParts(value)) new Disclosure(row, label, value, onToggle);
  else row.append(...label);
  return row;
}

function hasParts({ parts, more }: ShownValue): boolean {
  return (parts?.length ?? 0) + (more ?? 0) > 0;
}

// A button that expands a value's parts. The parts are drawn when they are first expanded.
class Disclosure {
  readonly #button = document.createElement("button");
  readonly #parts = element("div", "value-parts");
  readonly #row: HTMLElement;
  readonly #value: ShownValue;
  readonly #onToggle: OnToggle;

  constructor(row: HTMLElement, label: readonly Node[], value: ShownValue, onToggle: OnToggle) {
    this.#row = row;
    this.#value = value;
    this.#onToggle = onToggle;
    this.#button.type = "button";
    this.#button.className = "value-button";
    this.#button.setAttribute("aria-expanded", "false");
    this.#button.append(...label);
    this.#button.onclick = () => this.#set(!this.#isOpen);
    this.#button.onkeydown = (event) => this.#onKey(event);
    // A viewer who expands a value goes on to read it, so the log must not read out everything that is added.
    this.#parts.setAttribute("aria-live", "off");
    this.#parts.hidden = true;
    row.append(this.#button, this.#parts);
  }

  get #isOpen(): boolean {
    return !this.#parts.hidden;
  }

  #set(open: boolean): void {
    if (open && this.#parts.childElementCount === 0) this.#draw();
    this.#parts.hidden = !open;
    this.#button.setAttribute("aria-expanded", String(open));
    this.#onToggle(this.#row);
  }

  #draw(): void {
    const { parts = [], more = 0 } = this.#value;
    this.#parts.append(...parts.map(({ key, value }: ShownPart) => drawValue(value, this.#onToggle, key)));
    if (more > 0) this.#parts.append(element("div", "value-more", `… and ${countText(more)} more`));
  }

  // Left and right arrow keys expand and collapse. Without this they would turn the slide.
  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    event.preventDefault();
    event.stopPropagation();
    const open = event.key === "ArrowRight";
    if (open !== this.#isOpen) this.#set(open);
    else if (!open) outerButton(this.#row)?.focus();
  }
}

function outerButton(row: HTMLElement): HTMLElement | null | undefined {
  return row.parentElement?.closest(".value")?.querySelector<HTMLElement>(":scope > .value-button");
}

function keyNodes(key: string | undefined): Node[] {
  if (key === undefined) return [];
  const name = element("span", "value-key", key);
  // "<state>" is not a property that the program could read.
  name.classList.toggle("is-internal", /^<.*>$/.test(key));
  return [name, document.createTextNode(": ")];
}

function textNode({ kind, text }: ShownValue): HTMLElement {
  const node = element("span", "value-text", text);
  node.dataset.kind = kind;
  return node;
}

function element(tag: "div" | "span", className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
