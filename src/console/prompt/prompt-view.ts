// The prompt: a text box in which the viewer continues a program, with history, completion and a sign while it is busy.

import { type Complete, Completer } from "./completer.ts";
import { endOfFirstLine, isBlank, lineEnd } from "./entry-text.ts";
import { PromptBox } from "./prompt-box.ts";
import { type History, newer, older, remember, startHistory } from "./prompt-history.ts";
import { isTyping, leavesName, type PromptAct, promptAct } from "./prompt-keys.ts";
import { PromptSign, type PromptState } from "./prompt-sign.ts";

export type { Completions } from "./completion.ts";
export type { PromptState } from "./prompt-sign.ts";

export interface PromptOptions {
  /** Called when the viewer enters `text`. Spaces and line ends at its end are removed; it is never blank. */
  readonly onEnter: (text: string) => void;
  /** Resolves to true if `text` can be evaluated as it is. If the promise is rejected, the text is evaluated too. */
  readonly isComplete: (text: string) => Promise<boolean>;
  readonly complete: Complete;
  /** Called when the viewer wants to interrupt the evaluation. */
  readonly onInterrupt: () => void;
  /** Called with the text after each change. */
  readonly onText: (text: string) => void;
  /** Earlier entries, oldest first. */
  readonly history: readonly string[];
  /** Called with all entries after one was added. */
  readonly onHistory: (entries: readonly string[]) => void;
}

/** `element` is the row with the text box. `names` is the list that opens above it. */
export class PromptView {
  readonly element = document.createElement("div");
  readonly names: HTMLElement;
  readonly #options: PromptOptions;
  readonly #box = new PromptBox(() => this.#changed());
  readonly #completer: Completer;
  readonly #sign: PromptSign;
  #history: History;
  #entering = Promise.resolve();

  constructor(options: PromptOptions) {
    this.#options = options;
    this.#history = startHistory(options.history);
    this.#completer = new Completer(this.#box, options.complete);
    this.#sign = new PromptSign(this.#box.field);
    this.names = this.#completer.element;
    this.element.classList.add("prompt");
    this.element.append(this.#box.element, this.#sign.element);
    this.#box.field.addEventListener("keydown", (event) => this.#onKey(event));
  }

  /** The text that is being typed. */
  get text(): string {
    return this.#box.text;
  }

  /** Replaces the text that is being typed. */
  setText(text: string): void {
    this.#history = startHistory(this.#history.entries);
    this.#box.show(text);
  }

  /** Replaces the history. */
  setHistory(entries: readonly string[]): void {
    if (entries !== this.#history.entries) this.#history = startHistory(entries);
  }

  focus(): void {
    this.#box.field.focus({ preventScroll: true });
  }

  /**
   * Shows a state. May be called as often as you like. The text that is being typed stays.
   * @param hint the placeholder of the empty prompt; "Go on typing" if it is left out
   */
  setState(state: PromptState, hint?: string): void {
    this.#sign.show(state, hint);
  }

  /** True if the prompt has its own use for a key press in its capture phase. Then no ancestor should act on it. */
  takesKey(event: KeyboardEvent): boolean {
    if (event.target !== this.#box.field) return false;
    return isComposing(event) || this.#actOf(event) !== undefined;
  }

  #changed(): void {
    this.#completer.narrow();
    this.#options.onText(this.text);
  }

  #actOf(event: KeyboardEvent): PromptAct | undefined {
    const { text, start, end } = this.#box;
    const act = promptAct(event, { text, start, end, list: this.#completer.list });
    // A second Tab while no answer has come means that the viewer wants to leave.
    return act === "complete" && this.#completer.isAsking ? undefined : act;
  }

  #onKey(event: KeyboardEvent): void {
    const act = isComposing(event) ? undefined : this.#actOf(event);
    if (act || isTyping(event)) event.stopPropagation();
    if (!act) {
      if (leavesName(event)) this.#completer.close();
      return;
    }
    event.preventDefault();
    this.#perform(act);
  }

  #perform(act: PromptAct): void {
    switch (act) {
      case "enter":
        // One after the other: a second press of Enter is about the text that the first one left.
        this.#entering = this.#entering.finally(() => this.#enter());
        break;
      case "enter-anyway":
        this.#evaluate(this.text);
        break;
      case "new-line":
        this.#newLine(this.#box);
        break;
      case "older":
      case "newer":
        this.#walk(act);
        break;
      case "complete":
        void this.#completer.ask();
        break;
      case "interrupt":
        this.#options.onInterrupt();
        break;
      case "next-name":
        this.#completer.move(1);
        break;
      case "previous-name":
        this.#completer.move(-1);
        break;
      case "take-name":
        this.#completer.take();
        break;
      case "close-list":
        this.#completer.close();
        break;
      default:
        act satisfies never;
    }
  }

  async #enter(): Promise<void> {
    const { text, start, end } = this.#box;
    if (isBlank(text)) return;
    const isComplete = await this.#options.isComplete(text).catch(() => true);
    // Text typed at the end meanwhile is fine. After any other change, the press no longer means this text.
    if (!this.text.startsWith(text)) return;
    if (isComplete) this.#evaluate(text);
    else this.#newLine({ start, end }, this.text.length - text.length);
  }

  /** Enters `text`, which is the beginning of the box's text. Text typed after it stays. */
  #evaluate(text: string): void {
    const entry = text.trimEnd();
    if (entry === "") return;
    const { entries } = this.#history;
    this.#history = remember(this.#history, entry);
    this.#completer.close();
    this.#box.show(this.text.slice(text.length));
    if (this.#history.entries !== entries) this.#options.onHistory(this.#history.entries);
    this.#options.onEnter(entry);
  }

  /** @param typedSince number of characters typed since the key press; the cursor goes after them */
  #newLine({ start, end }: { start: number; end: number }, typedSince = 0): void {
    this.#box.apply(lineEnd(this.text, start, end));
    if (typedSince > 0) this.#box.moveCursor(typedSince);
  }

  #walk(way: "older" | "newer"): void {
    const step = way === "older" ? older(this.#history, this.text) : newer(this.#history);
    if (!step) return;
    this.#history = step.history;
    this.#box.show(step.text, way === "older" ? endOfFirstLine(step.text) : step.text.length);
  }
}

// Safari reports the Enter that ends a composition with keyCode 229.
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
