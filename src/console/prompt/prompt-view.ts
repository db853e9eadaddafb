// The prompt: a text box at which the viewer goes on with a program, with history, completion and a sign that it waits.

import { type Complete, Completer } from "./completer.ts";
import { endOfFirstLine, isBlank, lineEnd } from "./entry-text.ts";
import { PromptBox } from "./prompt-box.ts";
import { type History, newer, older, remember, startHistory } from "./prompt-history.ts";
import { isTyping, leavesName, type PromptAct, promptAct } from "./prompt-keys.ts";
import { PromptSign, type PromptState } from "./prompt-sign.ts";

export type { Completions } from "./completion.ts";
export type { PromptState } from "./prompt-sign.ts";

export interface PromptOptions {
  /** The viewer entered `text`, without spaces and line ends at its end; never blank. */
  readonly onEnter: (text: string) => void;
  /** Whether `text` can be evaluated as it is; where this fails, it is evaluated. */
  readonly isComplete: (text: string) => Promise<boolean>;
  readonly complete: Complete;
  /** The viewer wants to end what is being evaluated. */
  readonly onInterrupt: () => void;
  /** Hears of each change of what is being typed. */
  readonly onText: (text: string) => void;
  /** What was entered before, oldest first. */
  readonly history: readonly string[];
  /** Hears of all entries when there is one more. */
  readonly onHistory: (entries: readonly string[]) => void;
}

/** `element` is the line with the text box, `names` the list that opens above it. */
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

  /** What is being typed. */
  get text(): string {
    return this.#box.text;
  }

  /** Replaces what is being typed. */
  setText(text: string): void {
    this.#history = startHistory(this.#history.entries);
    this.#box.show(text);
  }

  /** Replaces what was entered before. */
  setHistory(entries: readonly string[]): void {
    if (entries !== this.#history.entries) this.#history = startHistory(entries);
  }

  focus(): void {
    this.#box.field.focus({ preventScroll: true });
  }

  /**
   * May be called at any rate. What is being typed stays in every state.
   * @param hint what the empty prompt says, where it is not to say that one may go on typing.
   */
  setState(state: PromptState, hint?: string): void {
    this.#sign.show(state, hint);
  }

  /** Whether the prompt has a use of its own for a key press on its way down: nobody above should act on that. */
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
    // Who presses Tab a second time, where nobody answers, wants to leave.
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
        // One after the other: the next press is about what the one before has left.
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
    // Typing on at the end is fine meanwhile; after any other change the press no longer means this text.
    if (!this.text.startsWith(text)) return;
    if (isComplete) this.#evaluate(text);
    else this.#newLine({ start, end }, this.text.length - text.length);
  }

  /** Enters `text`, with which the box begins; what was typed behind it stays. */
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

  /** @param typedSince characters that were typed after the key was pressed: the cursor goes behind them. */
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

// The second is how Safari tells of the Enter that ends a composition.
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
