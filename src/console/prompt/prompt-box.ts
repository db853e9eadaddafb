// The text box of the prompt. It is as high as its text, and edits keep undo working.

import type { Edit } from "./completion.ts";

/** A text box that grows with its text. `field` takes the focus. */
export class PromptBox {
  readonly element = document.createElement("div");
  readonly field = document.createElement("textarea");
  readonly #onChange: () => void;

  /** @param onChange called after each change of the text */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
    this.element.className = "prompt-box";
    const { field } = this;
    field.rows = 1;
    field.spellcheck = false;
    field.autocomplete = "off";
    field.autocapitalize = "off";
    field.setAttribute("autocorrect", "off");
    field.setAttribute("aria-label", "Prompt");
    field.setAttribute("aria-autocomplete", "list");
    field.addEventListener("input", () => this.#changed());
    this.element.append(field);
  }

  get text(): string {
    return this.field.value;
  }

  get start(): number {
    return this.field.selectionStart;
  }

  get end(): number {
    return this.field.selectionEnd;
  }

  /** The end of the selection, if anything is selected. */
  get cursor(): number {
    return this.end;
  }

  /** The text up to the cursor. */
  get textBefore(): string {
    return this.text.slice(0, this.cursor);
  }

  get hasFocus(): boolean {
    return document.activeElement === this.field;
  }

  /** Replaces the whole text. Undo cannot bring the earlier text back. */
  show(text: string, cursor = text.length): void {
    this.field.value = text;
    this.field.setSelectionRange(cursor, cursor);
    this.#changed();
    this.#showCursor();
  }

  /** Changes part of the text and puts the cursor after the change. */
  apply({ from, to, text }: Edit): void {
    const isSame = this.text.slice(from, to) === text;
    this.field.setSelectionRange(isSame ? to : from, to);
    // Only execCommand makes an edit that the viewer can undo. It works only in the focused text box.
    if (isSame || (this.hasFocus && document.execCommand("insertText", false, text))) return;
    this.field.setRangeText(text, from, to, "end");
    this.#changed();
  }

  /** Moves the cursor `by` characters. */
  moveCursor(by: number): void {
    const cursor = this.cursor + by;
    this.field.setSelectionRange(cursor, cursor);
  }

  #changed(): void {
    // The style draws the same text invisibly, which gives the box its height.
    this.element.dataset.text = this.text;
    this.#onChange();
  }

  #showCursor(): void {
    const isAtEnd = this.field.selectionEnd === this.text.length;
    this.field.scrollTop = isAtEnd ? this.field.scrollHeight : 0;
  }
}
