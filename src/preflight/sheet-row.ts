// One line of the preflight sheet: a mark, the name of the check, its finding, and a button if the sheet can fix it.

import type { Finding } from "./findings.ts";

/** The state of a line. "waiting" and "checking" come before a finding. */
type RowState = Finding["state"] | "waiting" | "checking";

const marks: Readonly<Record<RowState, { readonly sign: string; readonly word: string }>> = {
  good: { sign: "✓", word: "good" },
  "to-do": { sign: "!", word: "to do" },
  aside: { sign: "–", word: "not needed" },
  advice: { sign: "?", word: "look yourself" },
  waiting: { sign: "", word: "to come" },
  checking: { sign: "…", word: "checking" },
};

export class SheetRow {
  readonly element = document.createElement("li");
  readonly #mark = Object.assign(document.createElement("span"), { className: "preflight-mark" });
  readonly #text = Object.assign(document.createElement("span"), { className: "preflight-text" });
  readonly #button = Object.assign(document.createElement("button"), { type: "button", hidden: true });
  #finding: Finding | undefined;

  constructor(name: string) {
    const title = Object.assign(document.createElement("strong"), { textContent: name });
    this.#mark.setAttribute("role", "img");
    this.#button.addEventListener("click", () => this.#finding?.remedy?.act());
    this.element.append(this.#mark, title, this.#text, this.#button);
    this.wait();
  }

  /** `undefined` until the check has ended. */
  get finding(): Finding | undefined {
    return this.#finding;
  }

  /** Shows that the check has not begun. */
  wait(): void {
    this.#draw("waiting", "", undefined);
  }

  /** Shows the progress of the check. */
  report(text: string): void {
    this.#draw("checking", text, undefined);
  }

  /** Shows the finding of the check. */
  show(finding: Finding): void {
    this.#draw(finding.state, finding.text, finding);
  }

  #draw(state: RowState, text: string, finding: Finding | undefined): void {
    this.#finding = finding;
    const { sign, word } = marks[state];
    this.element.dataset.state = state;
    this.#mark.textContent = sign;
    this.#mark.setAttribute("aria-label", word);
    this.#text.textContent = text;
    this.#button.hidden = finding?.remedy === undefined;
    this.#button.textContent = finding?.remedy?.label ?? "";
  }
}
