// Completes what is typed at the prompt: asks for names, inserts what they have in common, lets the viewer choose.

import { type Choice, type Completions, completion, narrowed, taken } from "./completion.ts";
import { CompletionList } from "./completion-list.ts";
import type { PromptBox } from "./prompt-box.ts";
import type { Situation } from "./prompt-keys.ts";
import { nextControl } from "./tab-order.ts";

/** The names that may follow `text`, which ends where the cursor is. */
export type Complete = (text: string) => Promise<Completions>;

/** Completion in one text box. */
export class Completer {
  /** The list of names, to be placed above the text box. */
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

  /** True while no answer has come for the text as it is. */
  get isAsking(): boolean {
    return this.#asked === this.#box.textBefore;
  }

  /** Does what Tab does: where there is nothing to complete, the focus goes on to the next control. */
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

  /** Chooses the next name or the one before. */
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

  /** Call after the text has changed: fewer names may be left, or more again. */
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
