// Completes names at the prompt: asks for names, inserts their common prefix, and lets the viewer choose.

import { type Choice, type Completions, completion, narrowed, taken } from "./completion.ts";
import { CompletionList } from "./completion-list.ts";
import type { PromptBox } from "./prompt-box.ts";
import type { Situation } from "./prompt-keys.ts";
import { nextControl } from "./tab-order.ts";

/** Returns the names that may complete `text`. `text` ends at the cursor. */
export type Complete = (text: string) => Promise<Completions>;

/** Completion in one text box. */
export class Completer {
  /** The list of names. Place it above the text box. */
  readonly element: HTMLElement;
  readonly #box: PromptBox;
  readonly #complete: Complete;
  readonly #list: CompletionList;
  #choice: Choice | undefined;
  #asked: string | undefined;

  constructor(box: PromptBox, complete: Complete) {
    this.#box = box;
    this.#complete = complete;
    this.#list = new CompletionList(box.field, (name) => this.#insert(name));
    this.element = this.#list.element;
    box.field.addEventListener("pointerdown", () => this.close());
    box.field.addEventListener("blur", () => this.close());
  }

  get list(): Situation["list"] {
    if (!this.#choice) return "closed";
    const { text, cursor } = this.#box;
    return text.slice(this.#choice.from, cursor) === this.#list.chosen ? "spare" : "open";
  }

  /** True while the question about the current text is unanswered. */
  get isAsking(): boolean {
    return this.#asked === this.#box.textBefore;
  }

  /** Does what Tab does. If there is nothing to complete, it moves the focus to the next control. */
  async ask(): Promise<void> {
    const before = this.#box.textBefore;
    this.#asked = before;
    const nothing: Completions = { replaces: 0, names: [] };
    const found = completion(before, await this.#complete(before).catch(() => nothing));
    if (this.#asked === before) this.#asked = undefined;
    if (!this.#box.hasFocus || this.#box.textBefore !== before) return;
    if (found.kind === "none") {
      nextControl(this.#box.field)?.focus({ preventScroll: true });
      return;
    }
    this.#box.apply(found.edit);
    if (found.kind === "several") this.#open(found.choice);
  }

  /** Chooses the next or the previous name. */
  move(step: 1 | -1): void {
    this.#list.move(step);
  }

  /** Inserts the chosen name. */
  take(): void {
    if (this.#list.chosen !== undefined) this.#insert(this.#list.chosen);
  }

  close(): void {
    this.#choice = undefined;
    this.#list.close();
  }

  /** Call this after the text has changed. Then fewer names may match, or more again. */
  narrow(): void {
    if (!this.#choice) return;
    const left = narrowed(this.#choice, this.#box.text, this.#box.cursor);
    if (left) this.#list.open(left.names);
    else this.close();
  }

  #open(choice: Choice): void {
    this.#choice = choice;
    this.#list.open(choice.names);
  }

  #insert(name: string): void {
    const edit = this.#choice && taken(this.#choice, name, this.#box.cursor);
    this.close();
    if (edit) this.#box.apply(edit);
  }
}
